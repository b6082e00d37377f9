package org.retrato.runtime.network;

import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/** Runs the activation of one hidden layer on a tile, there and back, in the memory of one thread. */
sealed interface HiddenLayer permits ElementActivation, RowActivation {

    /**
     * Reserves the memory.
     *
     * @param parameters what the activation has learned
     * @param rows the most rows of a tile
     * @param training whether {@link #backward} will be called
     */
    static HiddenLayer of(
            ActivationFunction activation,
            ActivationParameters parameters,
            int rows,
            boolean training,
            FloatArena arena) {
        return activation.elementwise()
                ? new ElementActivation(activation, parameters, rows, training, arena)
                : new RowActivation(activation, parameters, rows, training, arena);
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

    /** Computes {@link #dz} and the contributions from {@link #dy} for the first rows, after {@link #forward}. */
    void backward(int rows);

    /** Returns what each row contributes to the gradient of what {@link Learning#repeated} names. */
    Contribution contribution(int index);

    /**
     * What rows contribute to a gradient.
     *
     * @param values the rows one after the other
     * @param stride the distance from one row to the next
     */
    record Contribution(Floats values, int stride) {}
}
