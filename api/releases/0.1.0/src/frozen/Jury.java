package frozen;

import org.retrato.api.Loss;
import org.retrato.api.Target;
import org.retrato.api.Tensor;

/** Wants the right category to be likely. */
public record Jury() implements Loss {

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        return target.mul(output.logSoftmax(-1)).sum(-1).neg();
    }

    @Override
    public Tensor predict(Tensor output) {
        return output.softmax(-1);
    }

    @Override
    public Target target() {
        return Target.categories();
    }
}
