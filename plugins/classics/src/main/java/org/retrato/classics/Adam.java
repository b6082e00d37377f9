package org.retrato.classics;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Gives every weight a step of its own, from running means of its gradient and of the gradient's square.
 *
 * <pre>
 * m ← β₁ m + (1 - β₁) g
 * v ← β₂ v + (1 - β₂) g²
 * p ← p - η m̂ / (√v̂ + ε)    with m̂ = m / (1 - β₁ᵗ) and v̂ = v / (1 - β₂ᵗ), t = 1, 2, …
 * </pre>
 *
 * <p>Kingma and Ba, Adam: a method for stochastic optimization, 2015. As {@code torch.optim.Adam}.
 *
 * @param learningRate η, above 0; default 1e-3
 * @param beta1 β₁, the share of the mean gradient that is kept from step to step, in [0, 1); default 0.9
 * @param beta2 β₂, the share of the mean square that is kept from step to step, in [0, 1); default 0.999
 * @param epsilon ε, keeps the quotient finite where gradients vanish, above 0; default 1e-8
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {

    public Adam {
        Range.positive("learningRate", learningRate);
        Range.fraction("beta1", beta1);
        Range.fraction("beta2", beta2);
        Range.positive("epsilon", epsilon);
    }

    public Adam() {
        this(1e-3, 0.9, 0.999, 1e-8);
    }

    @Override
    public Tensor update(Step step) {
        var gradient = step.gradient();
        var mean = step.state("mean", old -> old.mul(beta1).add(gradient.mul(1 - beta1)));
        var square =
                step.state("square", old -> old.mul(beta2).add(gradient.square().mul(1 - beta2)));
        // the corrections are scalars: dividing them first leaves one quotient an element
        var rate = step.learningRate().div(weightSum(beta1, step)).named("corrected rate");
        var scale =
                square.sqrt().div(weightSum(beta2, step).sqrt()).add(epsilon).named("scale");
        return step.parameter().sub(mean.div(scale).mul(rate));
    }

    /** Returns how much a running mean that began at 0 has counted so far: {@code 1 - βᵗ}. */
    private static Tensor weightSum(double beta, Step step) {
        return step.iteration().rpow(beta).rsub(1);
    }
}
