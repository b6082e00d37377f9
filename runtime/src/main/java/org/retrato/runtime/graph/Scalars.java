package org.retrato.runtime.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Unary;

/**
 * Computes single numbers in doubles, once a step: learning rates, bias corrections, norms.
 *
 * <p>Does what {@link Evaluator} does, without looking anything up. May be used by several threads.
 */
public final class Scalars {

    /** One operation, and where its arguments are. */
    private record Step(Operation operation, int first, int second, int third) {}

    private final int inputs;
    private final Step[] steps;
    private final int[] outputs;

    /**
     * Prepares the computation.
     *
     * @param inputs nodes whose values will be given; need not be inputs of the graph
     * @param outputs what to compute
     * @throws IllegalArgumentException if more than single numbers, or an input that is not given, are needed
     */
    public Scalars(List<Node> inputs, List<Node> outputs) {
        var places = new HashMap<Node, Integer>();
        inputs.forEach(input -> places.put(input, places.size()));
        var computed = Graph.ordered(outputs, Set.copyOf(inputs)).stream()
                .filter(node -> !places.containsKey(node))
                .toList();
        this.inputs = inputs.size();
        this.steps = new Step[computed.size()];
        for (var index = 0; index < steps.length; index++) {
            var node = computed.get(index);
            if (node.operation() instanceof Operation.Input
                    || node.shape().hasBatch()
                    || node.shape().elements(1) != 1) {
                throw new IllegalArgumentException(node + " is needed, which is not a scalar that can be computed");
            }
            var arguments = node.inputs().stream().mapToInt(places::get).toArray();
            places.put(node, this.inputs + index);
            steps[index] = new Step(
                    node.operation(),
                    arguments.length > 0 ? arguments[0] : 0,
                    arguments.length > 1 ? arguments[1] : 0,
                    arguments.length > 2 ? arguments[2] : 0);
        }
        this.outputs = outputs.stream().mapToInt(places::get).toArray();
    }

    /**
     * Computes the outputs.
     *
     * @param rows the number of rows of the batch
     * @param given the value of each input, in the order of the inputs
     * @return the value of each output, in the order of the outputs
     */
    public double[] evaluate(int rows, double... given) {
        if (given.length != inputs) {
            throw new IllegalArgumentException(given.length + " values are given for the " + inputs + " inputs");
        }
        var values = new double[inputs + steps.length];
        System.arraycopy(given, 0, values, 0, inputs);
        for (var index = 0; index < steps.length; index++) {
            var step = steps[index];
            var first = values[step.first];
            var second = values[step.second];
            values[inputs + index] = switch (step.operation) {
                case Operation.Constant(var value) -> value;
                case Operation.BatchSize() -> rows;
                case Unary function -> Arithmetic.apply(function, first);
                case Binary function -> Arithmetic.apply(function, first, second);
                case Operation.Choose() -> first != 0 ? second : values[step.third];
                case Operation.MatMul() -> first * second;
                // with one element, the others only give it another shape
                default -> first;
            };
        }
        var results = new double[outputs.length];
        for (var index = 0; index < results.length; index++) {
            results[index] = values[outputs[index]];
        }
        return results;
    }
}
