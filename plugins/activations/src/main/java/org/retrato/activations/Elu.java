package org.retrato.activations;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Activation;
import org.retrato.api.Range;
import org.retrato.api.Tensor;

/**
 * Keeps what is positive and bends the rest towards {@code -alpha}: {@code x} where {@code x > 0} and {@code alpha (exp(x) - 1)}
 * elsewhere.
 *
 * <p>The gradient at 0 is alpha. Outputs lie around 0 on average, which helps the next layer.
 *
 * <p>Clevert, Unterthiner and Hochreiter, Fast and accurate deep network learning by exponential linear units, 2016. As {@code
 * torch.nn.ELU}.
 *
 * @param alpha where very negative numbers end, at least 0; default 1
 */
public record Elu(double alpha) implements Activation {

    public Elu {
        Range.notNegative("alpha", alpha);
    }

    public Elu() {
        this(1.0);
    }

    @Override
    public Tensor apply(Tensor x) {
        return where(x.greaterThan(0), x, x.expm1().mul(alpha));
    }
}
