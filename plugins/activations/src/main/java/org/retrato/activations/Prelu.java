package org.retrato.activations;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Activation;
import org.retrato.api.Range;
import org.retrato.api.Tensor;

/**
 * Keeps what is positive, and learns how much of the rest to let through: {@code x} where {@code x > 0} and {@code slope x}
 * elsewhere.
 *
 * <p>The slope is a parameter, trained with the weights: one for the layer or one for each unit. At 0 the derivatives are {@code
 * slope} by x and 0 by the slope. Initial weights and biases are the default, uniform in ±1/√inputs.
 *
 * <p>He, Zhang, Ren and Sun, Delving deep into rectifiers, 2015. As {@code torch.nn.PReLU}.
 *
 * @param slope the slope of negative numbers before the first step, any finite number; default 0.25
 * @param perUnit whether each unit learns a slope of its own (the channel-wise form) or all units of a layer share one; default
 *     false
 */
public record Prelu(double slope, boolean perUnit) implements Activation {

    public Prelu {
        Range.finite("slope", slope);
    }

    public Prelu() {
        this(0.25, false);
    }

    @Override
    public Tensor apply(Tensor x) {
        var learned = perUnit ? x.parameter("slope", slope, x.size(-1)) : x.parameter("slope", slope);
        return where(x.greaterThan(0), x, x.mul(learned));
    }
}
