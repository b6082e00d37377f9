package org.retrato.losses;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Loss;
import org.retrato.api.Tensor;

/**
 * Measures the distance, rounded off near 0: {@code log(cosh(output - target))}, one value an element, shape {@code [batch, width]}.
 *
 * <p>About half the square of a small error, and {@code |error| - log 2} for a large one; the gradient is {@code tanh(error)}.
 * Near 0 it is computed as {@code -log(1 - tanh²)/2}, elsewhere as {@code |error| + log(1 + exp(-2 |error|)) - log 2}: each is
 * exact where the other loses digits or overflows.
 *
 * <p>Green, Bayesian reconstructions from emission tomography data using a modified EM algorithm, 1990.
 */
public record LogCosh() implements Loss {

    private static final double LOG_2 = 0.6931471805599453;

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var error = output.sub(target).named("error");
        var distance = error.abs();
        return where(
                distance.lessThan(1),
                error.tanh().square().neg().log1p().mul(-0.5),
                distance.add(distance.mul(-2).softplus()).sub(LOG_2));
    }
}
