package org.retrato.classics;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Divides every gradient by the recent size of its like: {@code v ← α v + (1 - α) g²} and {@code p ← p - η g / (√v + ε)}.
 *
 * <p>Tieleman and Hinton, Lecture 6.5: RMSprop, Coursera, 2012. As {@code torch.optim.RMSprop}, neither centred nor with
 * momentum.
 *
 * @param learningRate η, above 0; default 1e-2
 * @param alpha α, the share of the mean square that is kept from step to step, in [0, 1); default 0.99
 * @param epsilon ε, keeps the quotient finite where gradients vanish, above 0; default 1e-8
 */
public record Rmsprop(double learningRate, double alpha, double epsilon) implements Optimizer {

    public Rmsprop {
        Range.positive("learningRate", learningRate);
        Range.fraction("alpha", alpha);
        Range.positive("epsilon", epsilon);
    }

    public Rmsprop() {
        this(1e-2, 0.99, 1e-8);
    }

    @Override
    public Tensor update(Step step) {
        var gradient = step.gradient();
        var square =
                step.state("square", old -> old.mul(alpha).add(gradient.square().mul(1 - alpha)));
        return step.parameter().sub(gradient.div(square.sqrt().add(epsilon)).mul(step.learningRate()));
    }
}
