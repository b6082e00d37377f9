package org.retrato.losses;

import org.retrato.api.Loss;
import org.retrato.api.Range;
import org.retrato.api.Target;
import org.retrato.api.Tensor;

/**
 * Measures the surprise at the right category, and less of it where the prediction is good already: {@code -Σ target (1 - p)^γ
 * log p} with {@code p = softmax(output)}, one value a row, shape {@code [batch]}.
 *
 * <p>With γ = 0 it is cross-entropy. The loss and its gradient stay finite for logits of any size: {@code 1 - p} counts as
 * 10⁻⁷ at least. Predictions are the probabilities, {@code softmax(output)}.
 *
 * <p>Lin, Goyal, Girshick, He and Dollár, Focal loss for dense object detection, 2017.
 *
 * @param gamma γ, how little the easy rows count, at least 0; default 2
 */
public record Focal(double gamma) implements Loss {

    /** About the distance from 1 of the float before it. */
    private static final double NEAREST = 1e-7;

    public Focal {
        Range.notNegative("gamma", gamma);
    }

    public Focal() {
        this(2.0);
    }

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var logarithm = output.logSoftmax(-1);
        var doubt = logarithm.exp().rsub(1).maximum(NEAREST).pow(gamma).named("doubt");
        return target.mul(doubt).mul(logarithm).sum(-1).neg();
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
