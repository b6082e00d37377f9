package org.retrato.runtime.network;

import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/**
 * Runs the activation of one hidden layer on a tile, there and back, in the memory of one thread.
 *
 * <p>It works in place: what goes through the layers is in {@code units}, units × rows in panels, and is replaced there.
 */
sealed interface HiddenLayer permits ElementActivation, RowActivation {

    /**
     * Reserves the memory.
     *
     * @param parameters what the activation has learned
     * @param units room for what the activation is applied to and for what it yields
     * @param rows the most rows of a tile
     * @param training whether {@link #backward} will be called
     */
    static HiddenLayer of(
            ActivationFunction activation,
            ActivationParameters parameters,
            Floats units,
            int rows,
            boolean training,
            FloatArena arena) {
        return activation.elementwise()
                ? new ElementActivation(activation, parameters, units, rows, training, arena)
                : new RowActivation(activation, parameters, units, rows, training, arena);
    }

    /** Replaces the first rows of z by the activation y; a copy of y is {@link #y}. */
    void forward(int rows);

    /** Replaces the first rows of dy by dz, after {@link #forward}; a copy of dz is {@link #dz}. */
    void backward(int rows);

    /** Returns what the activation yields, rows × units in panels, for training only. */
    Floats y();

    /** Returns the gradient of what the activation is applied to, rows × units in panels. */
    Floats dz();

    /**
     * Adds what the first rows contribute to the gradient of what {@link Learning#repeated} names, row after row.
     *
     * @param sums a sum for each unit
     */
    void addContributions(int index, int rows, double[] sums);
}
