package org.retrato.runtime.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Unary;

/**
 * Computes formulas in doubles, one node after the other: slow and plain, to test faster ways against.
 *
 * <p>Functions are those of {@link Arithmetic}; sums run from the first element to the last and carry what rounding loses
 * (Neumaier, 1974). Tensors are arrays in row-major order. The nodes are ordered once; an evaluator may be used by several
 * threads.
 */
public final class Evaluator {

    private final List<Node> inputs;
    private final List<Node> outputs;
    private final List<Node> nodes;

    /**
     * Prepares the evaluation of some nodes, given the values of others.
     *
     * @param inputs nodes whose values will be given; need not be inputs of the graph
     * @param outputs what to compute
     * @throws IllegalArgumentException if an output depends on an input of the graph that is not given
     */
    public Evaluator(List<Node> inputs, List<Node> outputs) {
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.nodes = Graph.ordered(outputs, Set.copyOf(inputs));
        for (var node : nodes) {
            if (node.operation() instanceof Operation.Input(var name) && !inputs.contains(node)) {
                throw new IllegalArgumentException("the value of the input '" + name + "' is not given");
            }
        }
    }

    /**
     * Computes the outputs.
     *
     * @param rows the number of rows of the batch
     * @param values the elements of each input, in the order of the inputs
     * @return the elements of each output, in the order of the outputs
     */
    public List<double[]> evaluate(int rows, double[]... values) {
        if (values.length != inputs.size()) {
            throw new IllegalArgumentException(
                    values.length + " values are given for the " + inputs.size() + " inputs");
        }
        var known = new HashMap<Node, double[]>();
        for (var index = 0; index < values.length; index++) {
            var input = inputs.get(index);
            if (values[index].length != input.shape().elements(rows)) {
                throw new IllegalArgumentException(values[index].length + " elements are given for " + input
                        + ", which with " + rows + " rows has " + input.shape().elements(rows));
            }
            known.put(input, values[index]);
        }
        for (var node : nodes) {
            if (!known.containsKey(node)) {
                known.put(node, compute(node, rows, known));
            }
        }
        return outputs.stream().map(known::get).toList();
    }

    private static double[] compute(Node node, int rows, Map<Node, double[]> known) {
        var arguments = node.inputs().stream().map(known::get).toArray(double[][]::new);
        var result = new double[node.shape().elements(rows)];
        switch (node.operation()) {
            case Operation.Input(var name) -> throw new AssertionError(name);
            case Operation.Constant(var value) -> Arrays.fill(result, value);
            case Operation.BatchSize() -> result[0] = rows;
            case Unary function -> Arrays.setAll(result, index -> Arithmetic.apply(function, arguments[0][index]));
            case Binary function ->
                Arrays.setAll(result, index -> Arithmetic.apply(function, arguments[0][index], arguments[1][index]));
            case Operation.Choose() ->
                Arrays.setAll(result, index -> arguments[arguments[0][index] != 0 ? 1 : 2][index]);
            default -> new Movement(node, rows).apply(arguments, result);
        }
        return result;
    }
}
