package org.retrato.classics;

import org.retrato.api.Activation;
import org.retrato.api.Tensor;

/**
 * Keeps what is positive and drops the rest, element by element: {@code max(x, 0)}.
 *
 * <p>The gradient is 1 where {@code x > 0} and 0 elsewhere, at 0 too. Initial weights and biases are the default, uniform in
 * ±1/√inputs.
 *
 * <p>Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, 2010. As {@code torch.nn.ReLU}.
 */
public record Relu() implements Activation {

    @Override
    public Tensor apply(Tensor x) {
        return x.maximum(0);
    }
}
