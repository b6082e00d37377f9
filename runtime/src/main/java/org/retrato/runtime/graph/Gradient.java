package org.retrato.runtime.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Unary;

/**
 * Differentiates formulas, backwards from the output (reverse-mode automatic differentiation: Linnainmaa, 1970).
 *
 * <p>The gradient is a formula too, of nodes in the same graph: what it has in common with the formula is computed once. At
 * kinks it is what {@link org.retrato.api.Tensor} documents.
 */
public final class Gradient {

    private final Set<Node> dependent;
    private final Map<Node, Cotangent> cotangents = new HashMap<>();

    private Gradient(Set<Node> dependent) {
        this.dependent = dependent;
    }

    /**
     * Returns the derivatives of {@code sum(seed * output)} with respect to each of the inputs; 0 for one on which the output
     * does not depend.
     *
     * @param output the formula, of any shape
     * @param seed how much each element of the output counts, same shape
     * @param inputs any nodes
     * @return a node for each input, of its shape
     */
    public static List<Node> of(Node output, Node seed, List<Node> inputs) {
        if (!seed.shape().equals(output.shape())) {
            throw new IllegalArgumentException("the seed has the shape " + seed.shape() + ", the output "
                    + output.shape() + "; they must be equal");
        }
        var nodes = Graph.ordered(List.of(output));
        var gradient = new Gradient(dependent(nodes, inputs));
        gradient.add(output, Cotangent.of(seed));
        for (var node : nodes.reversed()) {
            gradient.propagate(node);
        }
        return inputs.stream().map(gradient::of).toList();
    }

    /** Returns the nodes through which a gradient reaches an input. */
    private static Set<Node> dependent(List<Node> nodes, List<Node> inputs) {
        var dependent = new HashSet<>(inputs);
        for (var node : nodes) {
            if (differentiable(node).stream().anyMatch(dependent::contains)) {
                dependent.add(node);
            }
        }
        return dependent;
    }

    private static List<Node> differentiable(Node node) {
        return switch (node.operation()) {
            case Unary.SIGN, Unary.FLOOR -> List.of();
            case Binary.LESS_THAN, Binary.LESS_OR_EQUAL, Binary.EQUAL_TO -> List.of();
            case Operation.Detach() -> List.of();
            case Operation.Choose() -> node.inputs().subList(1, 3);
            default -> node.inputs();
        };
    }

    private Node of(Node input) {
        var cotangent = cotangents.get(input);
        return cotangent == null ? input.graph().constant(0, input.shape()) : cotangent.node();
    }

    private void add(Node node, Cotangent cotangent) {
        if (dependent.contains(node)) {
            cotangents.merge(node, cotangent, Cotangent::plus);
        }
    }

    private void propagate(Node node) {
        var g = cotangents.get(node);
        if (g == null || node.inputs().isEmpty()) {
            return;
        }
        var x = node.input(0);
        switch (node.operation()) {
            case Unary function -> propagate(function, g, x, node);
            case Binary function -> propagate(function, g, x, node.input(1), node);
            case Operation.Choose() -> {
                add(node.input(1), g.where(x));
                add(node.input(2), g.unless(x));
            }
            case Operation.Broadcast() -> add(x, unbroadcast(g, x.shape()));
            case Operation.Sum(var axis) -> add(x, g.moved(total -> repeated(total, axis, x.shape())));
            case Operation.Max(var axis) -> {
                var largest = x.equalTo(repeated(node, axis, x.shape()));
                var ties = largest.sum(axis);
                add(
                        x,
                        g.over(ties)
                                .moved(share -> repeated(share, axis, x.shape()))
                                .where(largest));
            }
            case Operation.MatMul() -> {
                add(x, g.matmulRight(node.input(1)));
                add(node.input(1), g.matmulLeft(x));
            }
            case Operation.Transpose() -> add(x, g.moved(Node::transpose));
            case Operation.Slice(var axis, var from, var to) ->
                add(x, g.padded(axis, from, x.shape().size(axis) - to));
            case Operation.Append(var axis) -> {
                var first = x.shape().size(axis);
                var both = node.shape().size(axis);
                add(x, g.moved(all -> all.slice(axis, 0, first)));
                add(node.input(1), g.moved(all -> all.slice(axis, first, both)));
            }
            case Operation.Reshape() -> add(x, g.moved(elements -> elements.reshape(x.shape())));
            case Operation.Detach _, Operation.Input _, Operation.Constant _, Operation.BatchSize _ -> {}
        }
    }

    private void propagate(Unary function, Cotangent g, Node x, Node y) {
        var one = x.constant(1);
        var derivative = switch (function) {
            case NEG -> g.neg();
            case ABS -> g.times(x.sign());
            case SQRT -> g.times(0.5).over(y);
            case EXP -> g.times(y);
            case EXPM1 -> g.times(y.add(one));
            case LOG -> g.over(x);
            case LOG1P -> g.over(one.add(x));
            case SIN -> g.times(x.cos());
            case COS -> g.times(x.sin()).neg();
            case TANH -> g.times(one.sub(y.mul(y)));
            case SIGMOID -> g.times(y.mul(one.sub(y)));
            case SOFTPLUS -> g.times(x.sigmoid());
            case ERF ->
                g.times(x.constant(2 / StrictMath.sqrt(StrictMath.PI))
                        .mul(x.mul(x).neg().exp()));
            case SIGN, FLOOR -> null;
        };
        if (derivative != null) {
            add(x, derivative);
        }
    }

    private void propagate(Binary function, Cotangent g, Node a, Node b, Node y) {
        switch (function) {
            case ADD -> {
                add(a, g);
                add(b, g);
            }
            case SUB -> {
                add(a, g);
                add(b, g.neg());
            }
            case MUL -> {
                if (a == b) {
                    add(a, g.times(2).times(a));
                } else {
                    add(a, g.times(b));
                    add(b, g.times(a));
                }
            }
            case DIV -> {
                add(a, g.over(b));
                add(b, g.over(b).times(y).neg());
            }
            case POW -> {
                add(a, g.times(b.mul(a.pow(b.sub(b.constant(1))))));
                add(
                        b,
                        g.times(y.mul(a.log()))
                                .unless(a.equalTo(a.constant(0))
                                        .mul(b.constant(0).lessOrEqual(b))));
            }
            case MAXIMUM -> {
                add(a, g.where(b.lessThan(a)));
                add(b, g.unless(b.lessThan(a)));
            }
            case MINIMUM -> {
                add(a, g.where(a.lessThan(b)));
                add(b, g.unless(a.lessThan(b)));
            }
            case LESS_THAN, LESS_OR_EQUAL, EQUAL_TO -> {}
        }
    }

    private static Node repeated(Node reduced, int axis, Shape shape) {
        return reduced.unsqueeze(axis).broadcast(shape);
    }

    private static Cotangent unbroadcast(Cotangent g, Shape shape) {
        var total = g;
        while (total.value().rank() > shape.rank()) {
            total = total.sum(0);
        }
        for (var axis = 0; axis < shape.rank(); axis++) {
            if (shape.size(axis) == 1 && total.value().shape().size(axis) != 1) {
                var counted = axis;
                total = total.sum(axis).moved(sums -> sums.unsqueeze(counted));
            }
        }
        return total;
    }
}
