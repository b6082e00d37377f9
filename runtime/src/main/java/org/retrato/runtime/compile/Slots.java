package org.retrato.runtime.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;
import org.retrato.runtime.graph.Shape;

/** Gives every array and every scalar of a compiled formula its place in the memory of an {@link Execution}. */
final class Slots {

    private final Map<Node, Integer> arrays = new HashMap<>();
    private final Map<Node, Integer> scalars = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Double> numbers = new ArrayList<>();

    /** Returns the slot of a node that holds an array. */
    int array(Node node) {
        var source = Plan.source(node);
        var known = arrays.get(source);
        if (known != null) {
            return known;
        }
        var slot = reserve(source.shape());
        arrays.put(source, slot);
        return slot;
    }

    /** Returns a new slot for an array that belongs to no node. */
    int reserve(Shape shape) {
        shapes.add(shape);
        return shapes.size() - 1;
    }

    /** Returns the slot of the one number that a node holds: it is a scalar, a constant, or a scalar repeated. */
    int scalar(Node node) {
        var source = Plan.source(node);
        return switch (source.operation()) {
            case Operation.Constant(var value) -> number(source.graph().constant(value, Shape.SCALAR), value);
            case Operation.Broadcast _ -> scalar(source.input(0));
            default -> number(source, 0);
        };
    }

    /** Returns the shapes of the arrays by slot. */
    List<Shape> shapes() {
        return shapes;
    }

    /** Returns what the scalars hold at first, by slot. */
    List<Double> numbers() {
        return numbers;
    }

    private int number(Node scalar, double value) {
        var known = scalars.get(scalar);
        if (known != null) {
            return known;
        }
        numbers.add(value);
        scalars.put(scalar, numbers.size() - 1);
        return numbers.size() - 1;
    }
}
