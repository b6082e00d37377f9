package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Unary;

/** Records random formulas and computes them at once, without a graph: nothing that is simplified may change a value. */
class RandomFormulaTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double[] CONSTANTS = {0, 1, -1, 2, 0.5, -4, 3, INFINITY, Double.NaN};
    private static final double[] FIRST = {0, 1, -1, 0.3, 7, INFINITY, -INFINITY, Double.NaN, 1};
    private static final double[] SECOND = {2, 1, 0, 0.7, Double.NaN, 5, -INFINITY, 0, -3};

    /** Those of which the value depends neither on the sign of a zero nor on the last digit. */
    private static final List<Binary> BINARIES = List.of(
            Binary.ADD,
            Binary.SUB,
            Binary.MUL,
            Binary.MAXIMUM,
            Binary.MINIMUM,
            Binary.LESS_THAN,
            Binary.LESS_OR_EQUAL,
            Binary.EQUAL_TO);

    private record Pair(Node node, double[] values) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_is_recorded_has_the_values_of_what_is_written(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 50; round++) {
            var graph = new Graph();
            var shape = Shape.of(FIRST.length);
            var inputs = List.of(graph.input("x", shape), graph.input("y", shape));
            var pairs = new ArrayList<>(List.of(new Pair(inputs.get(0), FIRST), new Pair(inputs.get(1), SECOND)));
            for (var step = 0; step < 40; step++) {
                pairs.add(next(random, graph, pairs));
            }
            var computed = new Evaluator(inputs, pairs.stream().map(Pair::node).toList()).evaluate(1, FIRST, SECOND);
            for (var index = 0; index < pairs.size(); index++) {
                for (var element = 0; element < FIRST.length; element++) {
                    // 0.0 + turns -0.0 into 0.0
                    assertThat(0.0 + computed.get(index)[element])
                            .as("seed %d, round %d, formula %d, element %d", seed, round, index, element)
                            .isEqualTo(Double.valueOf(0.0 + pairs.get(index).values[element]));
                }
            }
        }
    }

    private static Pair next(Random random, Graph graph, List<Pair> pairs) {
        var values = new double[FIRST.length];
        var first = any(random, pairs);
        var second = any(random, pairs);
        var third = any(random, pairs);
        Node node;
        switch (random.nextInt(4)) {
            case 0 -> {
                var value = CONSTANTS[random.nextInt(CONSTANTS.length)];
                Arrays.fill(values, value);
                node = graph.constant(value, first.node.shape());
            }
            case 1 -> {
                var function = Unary.values()[random.nextInt(Unary.values().length)];
                Arrays.setAll(values, index -> Arithmetic.apply(function, first.values[index]));
                node = Simplification.unary(function, first.node);
            }
            case 2 -> {
                var function = BINARIES.get(random.nextInt(BINARIES.size()));
                Arrays.setAll(values, index -> Arithmetic.apply(function, first.values[index], second.values[index]));
                node = Simplification.binary(function, first.node, second.node);
            }
            default -> {
                Arrays.setAll(values, index -> (first.values[index] != 0 ? second : third).values[index]);
                node = Simplification.choose(first.node, second.node, third.node);
            }
        }
        return new Pair(node, values);
    }

    private static Pair any(Random random, List<Pair> pairs) {
        return pairs.get(random.nextInt(pairs.size()));
    }
}
