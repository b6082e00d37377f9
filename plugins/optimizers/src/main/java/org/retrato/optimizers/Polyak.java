package org.retrato.optimizers;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Goes down the slope as far as it takes to the lowest loss, if the loss fell along a straight line: {@code p ← p - min(η, (loss -
 * l) / (c ‖g‖²)) g}, where the norm is over all parameters.
 *
 * <p>Polyak, Introduction to optimization, 1987; with the limit η, and for batches, Loizou, Vaswani, Laradji and Lacoste-Julien,
 * Stochastic Polyak step-size for SGD, 2021.
 *
 * @param learningRate η, the longest step in gradients, above 0; default 1
 * @param lowest l, the lowest loss that can be reached; default 0
 * @param caution c, how many times shorter steps are, above 0; default 1
 */
public record Polyak(double learningRate, double lowest, double caution) implements Optimizer {

    public Polyak {
        Range.positive("learningRate", learningRate);
        Range.finite("lowest", lowest);
        Range.positive("caution", caution);
    }

    public Polyak() {
        this(1, 0, 1);
    }

    @Override
    public Tensor update(Step step) {
        var gradient = step.gradient();
        var square = step.total(gradient.square().sum());
        var way = step.loss().sub(lowest).maximum(0).div(square.mul(caution).add(1e-8));
        return step.parameter().sub(gradient.mul(way.minimum(step.learningRate())));
    }
}
