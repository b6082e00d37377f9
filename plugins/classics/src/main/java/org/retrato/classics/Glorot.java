package org.retrato.classics;

import org.retrato.api.Layer;
import org.retrato.api.Tensor;

/** Draws initial weights as Glorot and Bengio, Understanding the difficulty of training deep feedforward networks, 2010. */
final class Glorot {

    private Glorot() {}

    /**
     * Returns weights uniform in ±gain √(6 / (inputs + outputs)) for a hidden layer; the output layer, which no activation
     * follows, gets ±1/√inputs, whatever the gain.
     */
    static Tensor weights(Layer layer, double gain) {
        var output = layer.index() == layer.layers() - 1;
        return output
                ? layer.uniform(1 / Math.sqrt(layer.inputs()), layer.inputs(), layer.outputs())
                : uniform(layer, gain);
    }

    /** Returns weights uniform in ±gain √(6 / (inputs + outputs)). */
    static Tensor uniform(Layer layer, double gain) {
        var bound = gain * Math.sqrt(6.0 / (layer.inputs() + layer.outputs()));
        return layer.uniform(bound, layer.inputs(), layer.outputs());
    }
}
