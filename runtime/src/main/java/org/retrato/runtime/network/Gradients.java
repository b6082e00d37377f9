package org.retrato.runtime.network;

import java.util.Arrays;
import java.util.List;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/** Sums the gradients of the weights and biases of all layers over some rows, in their order. */
public final class Gradients {

    private final Floats[] weights;
    private final Floats[] biases;

    /** Makes room for the gradients of these layers, zero at first. */
    public Gradients(List<DenseLayer> layers, FloatArena arena) {
        weights = new Floats[layers.size()];
        biases = new Floats[layers.size()];
        for (var layer = 0; layer < weights.length; layer++) {
            weights[layer] = arena.allocate(layers.get(layer).packedWeights().length());
            biases[layer] = arena.allocate(layers.get(layer).packedBiases().length());
        }
    }

    /** Starts again from zero. */
    public void clear() {
        for (var layer = 0; layer < weights.length; layer++) {
            clear(weights[layer]);
            clear(biases[layer]);
        }
    }

    /** Returns the gradient of a layer's weights, in panels as {@link DenseLayer#packedWeights}. */
    public Floats weights(int layer) {
        return weights[layer];
    }

    /** Returns the gradient of a layer's biases. */
    public Floats biases(int layer) {
        return biases[layer];
    }

    private static void clear(Floats floats) {
        Arrays.fill(floats.array(), floats.offset(), floats.offset() + floats.length(), 0);
    }
}
