package org.retrato.activations;

import org.retrato.api.Layer;
import org.retrato.api.Tensor;

/** Cuts the units of a layer into two halves, of which one is a gate for the other. */
record Halves(Tensor first, Tensor second) {

    /**
     * Returns initial weights of variance 1/inputs, uniform in ±√(3/inputs), for a hidden layer: a product of two halves of the
     * usual, smaller ones would all but vanish from layer to layer. The output layer, which no gate follows, gets ±1/√inputs.
     */
    static Tensor weights(Layer layer) {
        var output = layer.index() == layer.layers() - 1;
        var bound = Math.sqrt((output ? 1.0 : 3.0) / layer.inputs());
        return layer.uniform(bound, layer.inputs(), layer.outputs());
    }

    static Halves of(Tensor x) {
        var width = x.size(-1);
        if (width % 2 != 0) {
            throw new IllegalArgumentException("one half of the units is a gate for the other, but there are " + width
                    + "; take an even number, as " + (width + 1));
        }
        return new Halves(x.slice(-1, 0, width / 2), x.slice(-1, width / 2, width));
    }
}
