package org.retrato.classics;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Rolls down the slope like a heavy ball: {@code v ← μ v + g} and {@code p ← p - η v}.
 *
 * <p>Polyak, Some methods of speeding up the convergence of iteration methods, 1964. As {@code torch.optim.SGD} with
 * {@code momentum}, without dampening or Nesterov's correction.
 *
 * @param learningRate η, above 0; default 1e-3
 * @param momentum μ, the share of the velocity that is kept from step to step, in [0, 1); default 0.9
 */
public record Momentum(double learningRate, double momentum) implements Optimizer {

    public Momentum {
        Range.positive("learningRate", learningRate);
        Range.fraction("momentum", momentum);
    }

    public Momentum() {
        this(1e-3, 0.9);
    }

    @Override
    public Tensor update(Step step) {
        var velocity = step.state("velocity", old -> old.mul(momentum).add(step.gradient()));
        return step.parameter().sub(velocity.mul(step.learningRate()));
    }
}
