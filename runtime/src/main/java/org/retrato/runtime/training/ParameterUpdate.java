package org.retrato.runtime.training;

import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/** Corrects one parameter of a network in place, and keeps the states that the optimizer has for it. */
sealed interface ParameterUpdate permits ElementUpdate, WholeUpdate {

    /**
     * Prepares the update.
     *
     * @param stored the parameter as the network stores it
     * @param gradient its gradient, stored in the same way
     * @param layout how it is stored
     */
    static ParameterUpdate of(
            OptimizerFormula optimizer, Floats stored, Floats gradient, Layout layout, FloatArena arena) {
        return optimizer.formula().isOneLoop()
                ? new ElementUpdate(optimizer, stored, gradient, layout, arena)
                : new WholeUpdate(optimizer, stored, gradient, layout);
    }

    /** Returns the number of parts, which may be run at the same time. */
    int parts();

    /** Corrects one part; {@code iteration} counts from 1. */
    void run(int part, double learningRate, int iteration);
}
