package org.retrato.optimizers;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Shortens the gradient of the whole network where it is longer than a limit, before another optimizer sees it: {@code g ← g
 * min(1, c / (‖g‖ + 1e-6))}, where the norm is over all parameters.
 *
 * <p>Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks, 2013. As {@code
 * torch.nn.utils.clip_grad_norm_}.
 *
 * @param optimizer the one that corrects; default {@code classics:adam}
 * @param norm c, the longest gradient that is let through, above 0; default 1
 */
public record Clip(Optimizer optimizer, double norm) implements Optimizer {

    public Clip {
        Range.positive("norm", norm);
    }

    public Clip() {
        this(Optimizer.of("classics:adam"), 1);
    }

    @Override
    public double learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public Tensor update(Step step) {
        var gradient = step.gradient();
        var length = step.total(gradient.square().sum()).sqrt();
        var factor = length.add(1e-6).rdiv(norm).minimum(1).named("factor");
        return step.withGradient(gradient.mul(factor)).update(optimizer);
    }
}
