package org.retrato.activations;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Activation;
import org.retrato.api.Range;
import org.retrato.api.Tensor;

/**
 * Keeps what is positive and lets a little of the rest through: {@code x} where {@code x > 0} and {@code slope x} elsewhere.
 *
 * <p>The gradient is never 0, so no unit stays silent for good; at 0 it is the slope.
 *
 * <p>Maas, Hannun and Ng, Rectifier nonlinearities improve neural network acoustic models, 2013. As {@code
 * torch.nn.LeakyReLU}.
 *
 * @param slope the slope of negative numbers, any finite number; default 0.01
 */
public record LeakyRelu(double slope) implements Activation {

    public LeakyRelu {
        Range.finite("slope", slope);
    }

    public LeakyRelu() {
        this(0.01);
    }

    @Override
    public Tensor apply(Tensor x) {
        return where(x.greaterThan(0), x, x.mul(slope));
    }
}
