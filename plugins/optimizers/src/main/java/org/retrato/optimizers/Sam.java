package org.retrato.optimizers;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Corrects by the gradient at the worst point nearby, so that training ends where the ground is flat: {@code g ← ∇loss(p + ρ g /
 * ‖g‖)}, where the norm is over all parameters; then another optimizer takes the step. Each step costs two.
 *
 * <p>Foret, Kleiner, Mobahi and Neyshabur, Sharpness-aware minimization for efficiently improving generalization, 2021.
 *
 * @param optimizer the one that corrects; default {@code classics:adam}
 * @param rho ρ, how far away the worst point is looked for, at least 0; default 0.05
 */
public record Sam(Optimizer optimizer, double rho) implements Optimizer {

    public Sam {
        Range.notNegative("rho", rho);
    }

    public Sam() {
        this(Optimizer.of("classics:adam"), 0.05);
    }

    @Override
    public double learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public Tensor update(Step step) {
        var gradient = step.gradient();
        var length = step.total(gradient.square().sum()).sqrt();
        var worst = step.parameter().add(gradient.mul(length.add(1e-12).rdiv(rho)));
        return step.withGradient(step.gradientAt(worst)).update(optimizer);
    }
}
