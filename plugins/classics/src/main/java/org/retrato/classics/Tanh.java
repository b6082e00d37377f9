package org.retrato.classics;

import org.retrato.api.Activation;
import org.retrato.api.Layer;
import org.retrato.api.Tensor;

/**
 * Passes from -1 to 1, in balance around 0, element by element: {@code tanh(x)}.
 *
 * <p>The gradient is {@code 1 - y²}. Hidden layers start uniform in ±5/3 √(6 / (inputs + outputs)), biases at 0, which keeps
 * the signal alive through many layers; the output layer, which no tanh follows, starts uniform in ±1/√inputs.
 *
 * <p>LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998; initial weights: Glorot and Bengio, Understanding the difficulty
 * of training deep feedforward neural networks, 2010, with the gain of {@code torch.nn.init.calculate_gain("tanh")}. As
 * {@code torch.nn.Tanh}.
 */
public record Tanh() implements Activation {

    @Override
    public Tensor apply(Tensor x) {
        return x.tanh();
    }

    @Override
    public Tensor weights(Layer layer) {
        return Glorot.weights(layer, 5.0 / 3);
    }

    @Override
    public Tensor biases(Layer layer) {
        return layer.filled(0, layer.outputs());
    }
}
