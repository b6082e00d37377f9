package org.retrato.runtime.network;

import org.retrato.api.Layer;
import org.retrato.api.Range;
import org.retrato.api.Tensor;

/**
 * Shows the network sines and cosines of random directions, without which it would learn only what is smooth (Tancik et
 * al., Fourier features let networks learn high frequency functions in low dimensional domains, 2020).
 *
 * <p>The features of the inputs x are {@code [sin(2π xB), cos(2π xB)]}, with B drawn from a normal distribution.
 *
 * @param scale the standard deviation of B: larger for finer detail; above 0
 * @param frequencies the number of columns of B, half the number of features; at least 1
 */
public record Fourier(double scale, int frequencies) implements Encoding {

    public Fourier {
        Range.positive("scale", scale);
        Range.atLeast("frequencies", frequencies, 1);
    }

    /** Uses 128 frequencies of scale 10. */
    public Fourier() {
        this(10, 128);
    }

    @Override
    public Tensor apply(Tensor inputs, Layer layer) {
        var directions = layer.normal(scale, inputs.size(-1), frequencies);
        var angles = inputs.matmul(directions).mul(2 * Math.PI);
        return Tensor.concat(-1, angles.sin(), angles.cos());
    }
}
