package org.retrato.testkit.activation;

import static org.retrato.api.Tensor.concat;
import static org.retrato.testkit.activation.ActivationRules.EXACT;
import static org.retrato.testkit.activation.ActivationRules.WIDTH;
import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.retrato.api.Activation;
import org.retrato.api.Tensor;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.numeric.Probes;
import org.retrato.testkit.numeric.Slopes;
import org.retrato.testkit.rule.Outcome;

/** Compares the derivative of an activation with its differences, at many points and at every kink. */
final class Derivative {

    private static final double[] POINTS = {
        -9.5, -5, -3, -2.2, -1.5, -1, -0.6, -0.3, -0.01, 0, 0.01, 0.2, 0.5, 0.7, 1, 1.4, 2, 3, 4.5, 6, 9, 12
    };

    private static final String REMEDY =
            "look for detach() in the formula, and for parts that it computes with Java instead of on tensors";

    private Derivative() {}

    static Outcome check(Activation activation) {
        return isElementwise(activation) ? elementwise(activation) : rows(activation);
    }

    /** Looks whether the third number of a row changes when the others do. */
    static boolean isElementwise(Activation activation) {
        var rows = Probes.normal(Probes.random(3), 4 * WIDTH, 1);
        IntStream.range(0, 4).forEach(row -> rows[row * WIDTH + 2] = 0.7);
        var values = EXACT.value(activation, WIDTH, rows);
        return values.length == rows.length
                && IntStream.range(1, 4).allMatch(row -> values[row * WIDTH + 2] == values[2]);
    }

    private static Outcome elementwise(Activation activation) {
        var kinks = Kinks.of(x -> first(EXACT.gradient(activation, WIDTH, filled(x)), x.length));
        var slopes = new Slopes(point -> EXACT.value(activation, WIDTH, filled(point))[0]);
        var points =
                DoubleStream.concat(Arrays.stream(POINTS), Arrays.stream(kinks)).toArray();
        var derivatives = first(EXACT.gradient(activation, WIDTH, filled(points)), points.length);
        for (var i = 0; i < points.length; i++) {
            var wrong = slopes.contradiction(new double[] {points[i]}, new double[] {derivatives[i]});
            if (wrong.isPresent()) {
                return broken(wrong.get(), REMEDY);
            }
        }
        return kept(
                kinks.length == 0
                        ? ""
                        : (kinks.length == 1 ? "kink at " : "kinks at ")
                                + Arrays.stream(kinks).mapToObj(Digits::of).collect(Collectors.joining(", ")));
    }

    /** Puts each number at the beginning of a row of its own. */
    private static double[] filled(double... numbers) {
        var rows = new double[numbers.length * WIDTH];
        IntStream.range(0, numbers.length).forEach(i -> rows[i * WIDTH] = numbers[i]);
        return rows;
    }

    private static double[] first(double[] rows, int count) {
        return IntStream.range(0, count).mapToDouble(i -> rows[i * WIDTH]).toArray();
    }

    /** Takes the slope of a weighted sum of what a row yields, by each number of the row. */
    private static Outcome rows(Activation activation) {
        Activation weighted = x -> {
            Tensor y = FormulaException.record(activation, () -> activation.apply(x));
            var weights = IntStream.range(0, y.size(1))
                    .mapToObj(i -> y.constant(0.3 + 0.4 * (i * i % 5)).unsqueeze(0))
                    .toList();
            return y.mul(
                    weights.stream().reduce((all, one) -> concat(0, all, one)).orElseThrow());
        };
        var slopes = new Slopes(
                row -> Arrays.stream(EXACT.value(weighted, WIDTH, row)).sum());
        var random = Probes.random(4);
        for (var scale : new double[] {0, 0.3, 1, 1, 3, 8}) {
            var row = Probes.normal(random, WIDTH, scale);
            var wrong = slopes.contradiction(row, EXACT.gradient(weighted, WIDTH, row));
            if (wrong.isPresent()) {
                return broken(wrong.get() + ", in the row " + Digits.of(row), REMEDY);
            }
        }
        return kept();
    }
}
