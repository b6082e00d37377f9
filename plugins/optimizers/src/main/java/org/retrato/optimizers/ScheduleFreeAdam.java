package org.retrato.optimizers;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Is Adam with an average of the weights in the place of momentum and schedule: the network trains at y, between the point z that
 * is corrected and the average x, and predicts with x.
 *
 * <pre>
 * v ← β₂ v + (1 - β₂) g²
 * z ← z - η d                        with d = g / (√v̂ + ε) + λ y and v̂ = v / (1 - β₂ᵗ), t = 1, 2, …
 * x ← (1 - c) x + c z                with c = η² / Σ η², η the largest rate so far
 * y = (1 - β₁) z + β₁ x
 * </pre>
 *
 * <p>Defazio et al., The road less scheduled, 2024; as {@code AdamWScheduleFree} of its authors. Let the learning rate rise at
 * first, if at all: falling is what it makes unnecessary.
 *
 * @param learningRate η, above 0; default 2.5e-3
 * @param beta1 β₁, how near to the average the network trains, in [0.1, 0.999]; default 0.9
 * @param beta2 β₂, the share of the mean square that is kept from step to step, in [0, 1); default 0.999
 * @param epsilon ε, keeps the quotient finite where gradients vanish, above 0; default 1e-8
 * @param decay λ, how much the weights themselves count, at least 0; default 0
 */
public record ScheduleFreeAdam(double learningRate, double beta1, double beta2, double epsilon, double decay)
        implements Optimizer {

    public ScheduleFreeAdam {
        Range.positive("learningRate", learningRate);
        Range.between("beta1", beta1, 0.1, 0.999);
        Range.fraction("beta2", beta2);
        Range.positive("epsilon", epsilon);
        Range.notNegative("decay", decay);
    }

    public ScheduleFreeAdam() {
        this(2.5e-3, 0.9, 0.999, 1e-8, 0);
    }

    @Override
    public Tensor update(Step step) {
        var y = step.parameter();
        var gradient = step.gradient();
        var rate = step.learningRate();
        var largest = step.state("largest rate", step.constant(0), old -> old.maximum(rate));
        var weight = largest.square();
        var sum = step.state("sum of weights", step.constant(0), old -> old.add(weight));
        var share = weight.div(sum.maximum(Double.MIN_NORMAL)).named("share");

        var square =
                step.state("square", old -> old.mul(beta2).add(gradient.square().mul(1 - beta2)));
        var seen = step.iteration().rpow(beta2).rsub(1).sqrt();
        var scale = square.sqrt().div(seen).add(epsilon).named("scale");
        var direction = gradient.div(scale).add(y.mul(decay)).named("direction");
        var z = step.state("z", y, old -> old.sub(direction.mul(rate)));
        // x is not kept: it follows from y and z
        return y.add(z.sub(y).mul(share))
                .sub(direction.mul(share.rsub(1).mul(rate).mul(1 - beta1)));
    }

    @Override
    public Tensor evaluation(Step step) {
        var y = step.parameter();
        return y.add(step.state("z").sub(y).mul(1 - 1 / beta1));
    }
}
