package org.retrato.runtime.network;

import org.retrato.api.Layer;
import org.retrato.api.Tensor;

/** Turns the inputs of a network into what its first layer sees; written as {@code none} or {@code fourier(scale=10)}. */
public sealed interface Encoding permits None, Fourier {

    /**
     * Returns the formula of the features.
     *
     * @param inputs shape {@code [batch, inputs]}
     * @param layer draws the random constants of the formula
     * @return shape {@code [batch, features]}
     */
    Tensor apply(Tensor inputs, Layer layer);
}
