package org.retrato.optimizers;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Makes the step of Adam for each layer as long as a share of its weights.
 *
 * <pre>
 * m ← β₁ m + (1 - β₁) g
 * v ← β₂ v + (1 - β₂) g²
 * u = m̂ / (√v̂ + ε) + λ p    with m̂ = m / (1 - β₁ᵗ) and v̂ = v / (1 - β₂ᵗ), t = 1, 2, …
 * p ← p - η ‖p‖ / ‖u‖ u      or p - η u where a norm is 0
 * </pre>
 *
 * <p>You et al., Large batch optimization for deep learning: training BERT in 76 minutes, 2020, algorithm 2 with φ(z) = z. The
 * norms are those of one matrix of weights, or of one vector of biases.
 *
 * @param learningRate η, above 0; default 1e-2
 * @param beta1 β₁, the share of the mean gradient that is kept from step to step, in [0, 1); default 0.9
 * @param beta2 β₂, the share of the mean square that is kept from step to step, in [0, 1); default 0.999
 * @param epsilon ε, keeps the quotient finite where gradients vanish, above 0; default 1e-6
 * @param decay λ, how much the weights themselves count, at least 0; default 0.01
 */
public record Lamb(double learningRate, double beta1, double beta2, double epsilon, double decay) implements Optimizer {

    public Lamb {
        Range.positive("learningRate", learningRate);
        Range.fraction("beta1", beta1);
        Range.fraction("beta2", beta2);
        Range.positive("epsilon", epsilon);
        Range.notNegative("decay", decay);
    }

    public Lamb() {
        this(1e-2, 0.9, 0.999, 1e-6, 0.01);
    }

    @Override
    public Tensor update(Step step) {
        var gradient = step.gradient();
        var parameter = step.parameter();
        var mean = step.state("mean", old -> old.mul(beta1).add(gradient.mul(1 - beta1)));
        var square =
                step.state("square", old -> old.mul(beta2).add(gradient.square().mul(1 - beta2)));
        var correctedMean = mean.div(weightSum(beta1, step));
        var scale = square.div(weightSum(beta2, step)).sqrt().add(epsilon).named("scale");
        var direction = correctedMean.div(scale).add(parameter.mul(decay));
        var ratio = ratio(norm(parameter), norm(direction)).named("trust ratio");
        return parameter.sub(direction.mul(ratio.mul(step.learningRate())));
    }

    private static Tensor norm(Tensor tensor) {
        return tensor.square().sum().sqrt();
    }

    private static Tensor ratio(Tensor parameter, Tensor direction) {
        var isKnown = parameter.greaterThan(0).and(direction.greaterThan(0));
        return where(isKnown, parameter.div(direction), 1);
    }

    /** Returns how much a running mean that began at 0 has counted so far: {@code 1 - βᵗ}. */
    private static Tensor weightSum(double beta, Step step) {
        return step.iteration().rpow(beta).rsub(1);
    }
}
