package org.retrato.activations;

import org.retrato.api.Activation;
import org.retrato.api.Layer;
import org.retrato.api.Tensor;

/**
 * Lets the second half of the units decide how much of the first half passes: {@code a sigmoid(b)}, shape {@code [batch,
 * width/2]}.
 *
 * <p>The units of a layer must be even in number; the next layer sees half of them. Initial weights are uniform
 * in ±√(3/inputs) (LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998), in the output layer in ±1/√inputs.
 *
 * <p>Dauphin, Fan, Auli and Grangier, Language modeling with gated convolutional networks, 2017. As {@code torch.nn.GLU}.
 */
public record Glu() implements Activation {

    @Override
    public Tensor apply(Tensor x) {
        var halves = Halves.of(x);
        return halves.first().mul(halves.second().sigmoid());
    }

    @Override
    public Tensor weights(Layer layer) {
        return Halves.weights(layer);
    }
}
