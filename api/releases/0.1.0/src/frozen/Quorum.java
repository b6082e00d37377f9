package frozen;

import org.retrato.api.Loss;
import org.retrato.api.Tensor;

/** Judges the batch as a whole. */
public record Quorum() implements Loss {

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var error = output.sub(target).square();
        var common = error.mean().add(error.sum().div(error.sum().add(100)));
        return common.add(error.max().sub(error.min()).mul(0.01));
    }
}
