package org.retrato.activations;

import org.retrato.api.Activation;
import org.retrato.api.Layer;
import org.retrato.api.Tensor;

/**
 * Multiplies the second half of the units by the first, weighed by its own sigmoid: {@code a sigmoid(a) b}, shape {@code [batch,
 * width/2]}.
 *
 * <p>The units of a layer must be even in number; the next layer sees half of them. Initial weights are uniform
 * in ±√(3/inputs) (LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998), in the output layer in ±1/√inputs.
 *
 * <p>Shazeer, GLU variants improve transformer, 2020.
 */
public record Swiglu() implements Activation {

    @Override
    public Tensor apply(Tensor x) {
        var halves = Halves.of(x);
        return halves.first().mul(halves.first().sigmoid()).mul(halves.second());
    }

    @Override
    public Tensor weights(Layer layer) {
        return Halves.weights(layer);
    }
}
