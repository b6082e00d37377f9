package org.retrato.classics;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Goes a little way down the slope: {@code p ← p - η g}, stochastic gradient descent.
 *
 * <p>Robbins and Monro, A stochastic approximation method, 1951. As {@code torch.optim.SGD}.
 *
 * @param learningRate η, above 0; default 1e-3
 */
public record Sgd(double learningRate) implements Optimizer {

    public Sgd {
        Range.positive("learningRate", learningRate);
    }

    public Sgd() {
        this(1e-3);
    }

    @Override
    public Tensor update(Step step) {
        return step.parameter().sub(step.gradient().mul(step.learningRate()));
    }
}
