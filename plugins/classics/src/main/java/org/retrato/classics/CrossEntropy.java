package org.retrato.classics;

import org.retrato.api.Loss;
import org.retrato.api.Target;
import org.retrato.api.Tensor;

/**
 * Measures the surprise at the right category: {@code -Σ target log softmax(output)} over the width, one value a row, shape
 * {@code [batch]}.
 *
 * <p>The output holds one logit for each category, any real number; the target is a row of probabilities that sum to 1, as a
 * rule a single one among zeros. The loss and its gradient stay finite for logits of any size. Predictions are the
 * probabilities, {@code softmax(output)}.
 *
 * <p>Bridle, Probabilistic interpretation of feedforward classification network outputs, 1990. As
 * {@code torch.nn.CrossEntropyLoss} with class probabilities.
 */
public record CrossEntropy() implements Loss {

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
