package org.retrato.runtime.training;

import org.retrato.api.Role;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.graph.Shape;

/**
 * Is a parameter as the network stores it.
 *
 * @param elements the parameter, corrected in place
 * @param gradient its gradient, stored in the same way
 * @param layout how both are stored
 */
record StoredParameter(Shape shape, Role role, Floats elements, Floats gradient, Layout layout) {

    TracedOptimizer.Kind kind() {
        return new TracedOptimizer.Kind(shape, role);
    }

    /** Returns the number of elements, without padding. */
    int count() {
        return shape.elements(1);
    }

    /** Returns the elements of an array that is stored as this one, in logical order with room for a formula to run. */
    Floats logical(Floats stored) {
        var logical = new Floats(new float[Execution.room(count())]);
        layout.unpack(stored, logical);
        return logical;
    }
}
