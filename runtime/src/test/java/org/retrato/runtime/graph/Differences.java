package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.retrato.api.Tensor;

/** Compares gradients with central differences at random points, for a formula of two tensors. */
record Differences(Shape first, Shape second, double low, double high) {

    private static final long SEED = 20261123;
    private static final int ROWS = 3;
    private static final double STEP = 1e-5;

    static Differences between(double low, double high) {
        return new Differences(Shape.of(Shape.BATCH, 4), Shape.of(Shape.BATCH, 4), low, high);
    }

    Differences shaped(Shape left, Shape right) {
        return new Differences(left, right, low, high);
    }

    void check(UnaryOperator<Tensor> formula) {
        check((x, _) -> formula.apply(x));
    }

    void check(BiFunction<Tensor, Tensor, Tensor> formula) {
        var graph = new Graph();
        var inputs = List.of(graph.input("x", first), graph.input("y", second));
        var output = (Node) formula.apply(inputs.get(0), inputs.get(1));
        var seed = graph.input("seed", output.shape());
        var gradients = Gradient.of(output, seed, inputs);
        var total = (Node) output.mul(seed).sum();
        var given = new ArrayList<>(inputs);
        given.add(seed);

        var random = new Random(SEED);
        var values = given.stream()
                .map(node ->
                        random.doubles(node.shape().elements(ROWS), low, high).toArray())
                .toArray(double[][]::new);
        var derivatives = new Evaluator(given, gradients).evaluate(ROWS, values);
        var totals = new Evaluator(given, List.of(total));
        for (var input = 0; input < inputs.size(); input++) {
            assertThat(gradients.get(input).shape()).isEqualTo(inputs.get(input).shape());
            for (var element = 0; element < values[input].length; element++) {
                var difference =
                        moved(totals, values, input, element, STEP) - moved(totals, values, input, element, -STEP);
                var expected = difference / (2 * STEP);
                assertThat(derivatives.get(input)[element])
                        .as("seed %d: derivative by element %d of %s", SEED, element, inputs.get(input))
                        .isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
            }
        }
    }

    private static double moved(Evaluator totals, double[][] values, int input, int element, double step) {
        var moved = values.clone();
        moved[input] = values[input].clone();
        moved[input][element] += step;
        return totals.evaluate(ROWS, moved).getFirst()[0];
    }
}
