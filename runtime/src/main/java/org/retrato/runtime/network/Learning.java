package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.retrato.api.Activation;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Gradient;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;
import org.retrato.runtime.graph.Parameter;
import org.retrato.runtime.graph.Shape;

/**
 * Says what an activation learns, and how the gradient of that comes about.
 *
 * <pre>
 *   parameters ─▶ anything ─▶ repeated for the rows ─▶ activation     forward
 *   gradient ◀── anything ◀── sum over the rows   ◀── of each row     back
 *    once a batch                in their order          in tiles
 * </pre>
 *
 * <p>So a sum over the rows is made where the parameters meet them, and nowhere else: its order can be fixed, whatever the
 * tiles.
 *
 * @param parameters what is learned, in the order of the inputs of all formulas
 * @param repeated what was computed from them, repeated for the rows: shape {@code [batch, …]}
 * @param gradient (parameters…, for each that is repeated the sum over the rows of its gradients…) → gradients of the
 *     parameters
 */
public record Learning(List<Parameter> parameters, List<Node> repeated, CompiledFormula gradient) {

    public Learning {
        parameters = List.copyOf(parameters);
        repeated = List.copyOf(repeated);
    }

    /** Finds what is learned in the formula of an activation, and refuses what cannot be. */
    static Learning of(Activation activation, Node y, Compiler compiler) {
        var parameters = y.graph().parameters();
        var repeated = repeated(activation, y);
        var reached = Graph.ordered(repeated);
        for (var parameter : parameters) {
            if (!reached.contains(parameter.node())) {
                throw new FormulaException(
                        activation,
                        "no gradient reaches the parameter '" + parameter.name()
                                + "', so it would stay as it is; use it in the result, or write the number "
                                + parameter.initial());
            }
        }
        var inputs = new ArrayList<>(nodes(parameters));
        var sums = IntStream.range(0, repeated.size())
                .mapToObj(i -> y.graph()
                        .input("Σ" + name(repeated, i), repeated.get(i).shape().without(0)))
                .toList();
        inputs.addAll(sums);
        return new Learning(
                parameters, repeated, compiler.compile(inputs, gradients(nodes(parameters), repeated, sums)));
    }

    private static List<Node> nodes(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::node).toList();
    }

    /** Returns where something computed from parameters alone meets the rows. */
    private static List<Node> repeated(Activation activation, Node y) {
        var learned = new HashSet<>(nodes(y.graph().parameters()));
        var repeated = new ArrayList<Node>();
        for (var node : Graph.ordered(List.of(y))) {
            if (node.operation() instanceof Operation.Detach
                    || node.inputs().stream().noneMatch(learned::contains)) {
                continue;
            }
            if (!node.shape().hasBatch()) {
                learned.add(node);
            } else if (node.operation() instanceof Operation.Broadcast
                    && node.shape().size(0) == Shape.BATCH) {
                repeated.add(node);
            } else {
                throw new FormulaException(
                        activation,
                        "a parameter meets the rows in " + node
                                + "; it can be added to x, multiplied with it and so on, element by element");
            }
        }
        return repeated;
    }

    /** Differentiates what happens before the repetition. */
    private static List<Node> gradients(List<Node> parameters, List<Node> repeated, List<Node> sums) {
        var gradients = new ArrayList<Node>();
        for (var i = 0; i < repeated.size(); i++) {
            var shape = sums.get(i).shape();
            var computed = repeated.get(i).input(0);
            var ofOneRow = computed.rank() > shape.rank() ? computed.squeeze(0) : computed;
            var parts = Gradient.of(ofOneRow.broadcast(shape), sums.get(i), parameters);
            for (var p = 0; p < parts.size(); p++) {
                if (i == 0) {
                    gradients.add(parts.get(p));
                } else {
                    gradients.set(p, gradients.get(p).add(parts.get(p)));
                }
            }
        }
        return gradients;
    }

    /** Returns the names of the gradients of the parameters, for people. */
    public List<String> gradientNames() {
        return parameters.stream().map(parameter -> "d" + parameter.name()).toList();
    }

    /** Returns the names of the gradients of what is repeated, for people. */
    public List<String> repeatedNames() {
        return IntStream.range(0, repeated.size())
                .mapToObj(i -> name(repeated, i))
                .toList();
    }

    private static String name(List<Node> repeated, int index) {
        var computed = repeated.get(index).input(0);
        return computed.operation() instanceof Operation.Input(var name)
                ? "d" + name
                : "d" + computed.graph().name(computed).orElse("u" + index);
    }
}
