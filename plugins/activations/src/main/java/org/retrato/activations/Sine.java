package org.retrato.activations;

import org.retrato.api.Activation;
import org.retrato.api.Layer;
import org.retrato.api.Range;
import org.retrato.api.Tensor;

/**
 * Turns everything into waves: {@code sin(frequency x)}.
 *
 * <p>Initial weights are uniform in ±1/inputs in the first layer and in ±√(6/inputs)/frequency in all others, the output layer
 * too: so that from layer to layer the arguments of the sine keep their distribution, and its derivative, a sine too, does not
 * fade. Biases are the default, uniform in ±1/√inputs.
 *
 * <p>Sitzmann, Martel, Bergman, Lindell and Wetzstein, Implicit neural representations with periodic activation functions,
 * 2020.
 *
 * @param frequency how fast the waves are, ω₀ in the paper, above 0; default 30
 */
public record Sine(double frequency) implements Activation {

    public Sine {
        Range.positive("frequency", frequency);
    }

    public Sine() {
        this(30.0);
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.mul(frequency).sin();
    }

    @Override
    public Tensor weights(Layer layer) {
        var bound = layer.index() == 0 ? 1.0 / layer.inputs() : Math.sqrt(6.0 / layer.inputs()) / frequency;
        return layer.uniform(bound, layer.inputs(), layer.outputs());
    }
}
