package org.retrato.runtime.network;

import java.util.Arrays;
import java.util.List;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.graph.Parameter;
import org.retrato.runtime.graph.Shape;

/** Holds what the activation of one layer has learned, each parameter in logical order and then padding. */
public final class ActivationParameters {

    private final List<Parameter> parameters;
    private final Floats[] stored;

    ActivationParameters(Learning learning, FloatArena arena) {
        parameters = learning.parameters();
        stored = new Floats[parameters.size()];
        for (var i = 0; i < stored.length; i++) {
            stored[i] = arena.allocate(Execution.room(elements(i)));
            Arrays.fill(stored[i].array(), stored[i].offset(), stored[i].offset() + elements(i), (float)
                    parameters.get(i).initial());
        }
    }

    private ActivationParameters(ActivationParameters other, FloatArena arena) {
        parameters = other.parameters;
        stored = new Floats[other.stored.length];
        for (var i = 0; i < stored.length; i++) {
            var from = other.stored[i];
            stored[i] = arena.allocate(from.length());
            System.arraycopy(from.array(), from.offset(), stored[i].array(), stored[i].offset(), from.length());
        }
    }

    /** Returns parameters of their own, which are the same. */
    ActivationParameters copy(FloatArena arena) {
        return new ActivationParameters(this, arena);
    }

    /** Returns how many parameters there are, however many elements each has. */
    public int count() {
        return stored.length;
    }

    /** Returns what the author calls a parameter. */
    public String name(int parameter) {
        return parameters.get(parameter).name();
    }

    /** Returns the shape in which an optimizer corrects a parameter: a scalar is the bias of a single unit. */
    public Shape shape(int parameter) {
        var shape = parameters.get(parameter).node().shape();
        return shape.rank() == 0 ? Shape.of(1) : shape;
    }

    /** Returns a parameter and its padding, to be changed in place. */
    public Floats stored(int parameter) {
        return stored[parameter];
    }

    /** Returns a copy of a parameter. */
    public float[] values(int parameter) {
        var floats = stored[parameter];
        return Arrays.copyOfRange(floats.array(), floats.offset(), floats.offset() + elements(parameter));
    }

    /** Returns the number of elements of all parameters. */
    int elements() {
        var elements = 0;
        for (var i = 0; i < stored.length; i++) {
            elements += elements(i);
        }
        return elements;
    }

    private int elements(int parameter) {
        return shape(parameter).elements(1);
    }

    /** Gives an execution those that are arrays, for good. */
    void bind(Execution execution, int firstInput) {
        for (var i = 0; i < stored.length; i++) {
            if (!isScalar(i)) {
                execution.input(firstInput + i, stored[i]);
            }
        }
    }

    /** Gives an execution those that are single numbers, as they are now. */
    void pass(Execution execution, int firstInput) {
        for (var i = 0; i < stored.length; i++) {
            if (isScalar(i)) {
                execution.input(firstInput + i, stored[i].array()[stored[i].offset()]);
            }
        }
    }

    boolean isScalar(int parameter) {
        return parameters.get(parameter).node().rank() == 0;
    }
}
