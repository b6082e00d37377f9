package org.retrato.activations;

import org.retrato.api.Activation;
import org.retrato.api.Tensor;

/**
 * Weighs each number by the probability that a normal one is smaller: {@code x Φ(x) = x/2 (1 + erf(x / √2))}.
 *
 * <p>Smooth everywhere, and a little below 0 for negative numbers. This is the exact form, not its approximation by tanh.
 *
 * <p>Hendrycks and Gimpel, Gaussian error linear units, 2016. As {@code torch.nn.GELU}.
 */
public record Gelu() implements Activation {

    @Override
    public Tensor apply(Tensor x) {
        return x.mul(0.5).mul(x.mul(Math.sqrt(0.5)).erf().add(1));
    }
}
