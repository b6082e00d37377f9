package org.retrato.runtime.network;

import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/** Runs the activation of one hidden layer on a tile, there and back, in the memory of one thread. */
sealed interface HiddenLayer permits ElementActivation, RowActivation {

    /**
     * Reserves the memory.
     *
     * @param rows the most rows of a tile
     * @param training whether {@link #backward} will be called
     */
    static HiddenLayer of(ActivationFunction activation, int rows, boolean training, FloatArena arena) {
        return activation.elementwise()
                ? new ElementActivation(activation, rows, training, arena)
                : new RowActivation(activation, rows, training, arena);
    }

    /** Returns where the layer writes what the activation is applied to. */
    Floats z();

    /** Returns what the activation yields. */
    Floats y();

    /** Returns where the gradient of {@link #y} is written. */
    Floats dy();

    /** Returns the gradient of {@link #z}. */
    Floats dz();

    /** Computes {@link #y} from {@link #z} for the first rows. */
    void forward(int rows);

    /** Computes {@link #dz} from {@link #dy} for the first rows, after {@link #forward}. */
    void backward(int rows);
}
