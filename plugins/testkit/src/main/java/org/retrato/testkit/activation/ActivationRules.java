package org.retrato.testkit.activation;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import java.util.List;
import org.retrato.api.Activation;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Rows;
import org.retrato.runtime.graph.Shape;
import org.retrato.testkit.Formulas;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.numeric.Probes;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Rule;

/** Lists the rules for activations. */
public final class ActivationRules {

    /** The width of the rows with which activations are tried; even, as gated ones take halves. */
    static final int WIDTH = 8;

    static final Formulas EXACT = Formulas.inDoubles();
    static final Formulas FLOATS = Formulas.compiled();

    /** The rules, in the order in which they are checked. */
    public static final List<Rule<Activation>> ALL = List.of(
            Rule.ground(
                    "A1",
                    "It turns rows into rows",
                    "A layer passes [batch, width] on; the width may change, as in a gated unit, the rows may not.",
                    ActivationRules::shape),
            Rule.ground(
                    "A2",
                    "Each row is computed from the same row alone",
                    "Training computes rows in tiles and prediction one by one: both would give other results.",
                    ActivationRules::independence),
            Rule.ground(
                    "A3",
                    "The same numbers give the same bits",
                    "Whoever trains again with the same seed gets the same weights; chance in the formula breaks that.",
                    ActivationRules::determinism),
            Rule.must(
                    "A4",
                    "A finite number gives a finite number and a finite derivative",
                    "One NaN spreads through the whole network within a step.",
                    ActivationRules::finite),
            Rule.must(
                    "A5",
                    "The derivative is the slope of the formula",
                    "detach() and constants hide parts of a formula from differentiation; training then goes elsewhere.",
                    Derivative::check),
            Rule.must(
                    "A6",
                    "Float32 gives what doubles give, over its whole range",
                    "Training runs in float32, where exp(89) is infinite and 1 + 1e-8 is 1.",
                    Precision::check),
            Rule.should(
                    "A7",
                    "NaN in, NaN out",
                    "A number that went wrong shows in the loss only if nothing on the way hides it.",
                    ActivationRules::nan),
            Rule.ground(
                    "A8",
                    "The initial weights and biases fit every layer",
                    "A network begins with them: they have its shapes, are finite, and differ, or all units learn the same.",
                    Initialization::weights),
            Rule.should(
                    "A9",
                    "The initial weights keep the variance through ten layers",
                    "Where the signal fades or blows up, deep networks learn late or not at all.",
                    Initialization::variance),
            Rule.should(
                    "A10",
                    "The gradient neither vanishes nor explodes through ten layers",
                    "The first layer learns only as far as the gradient reaches it.",
                    Initialization::gradient));

    private ActivationRules() {}

    private static Node record(Activation activation) {
        var x = new Graph().input("x", Shape.of(Shape.BATCH, WIDTH));
        return FormulaException.record(activation, () -> activation.apply(x));
    }

    private static Outcome shape(Activation activation) {
        var shape = record(activation).shape();
        return shape.rank() == 2 && shape.size(0) == Shape.BATCH && shape.size(1) != Shape.BATCH
                ? kept(shape.size(1) == WIDTH ? "" : WIDTH + " numbers a row become " + shape.size(1))
                : broken(
                        "[batch, " + WIDTH + "] becomes " + shape,
                        "return [batch, width]: reduce along axis -1 at most, and keep the axis with unsqueeze(-1)");
    }

    private static Outcome independence(Activation activation) {
        if (Rows.areIndependent(record(activation))) {
            return kept();
        }
        var rows = Probes.normal(Probes.random(1), 3 * WIDTH, 1);
        var together = EXACT.value(activation, WIDTH, rows)[0];
        var alone = EXACT.value(activation, WIDTH, Arrays.copyOf(rows, WIDTH))[0];
        return broken(
                "a row alone begins with %s, in a batch of three with %s"
                        .formatted(Digits.of(alone), Digits.of(together)),
                "reduce along axis -1, the width, never along axis 0, the batch");
    }

    private static Outcome determinism(Activation activation) {
        var rows = Probes.normal(Probes.random(2), 16 * WIDTH, 2);
        var first = FLOATS.value(activation, WIDTH, rows);
        var second = FLOATS.value(activation, WIDTH, rows);
        return Arrays.equals(first, second)
                ? kept()
                : broken(
                        "recorded twice, the formula gives %s and %s"
                                .formatted(Digits.of(first[0]), Digits.of(second[0])),
                        "compute from x and the hyperparameters alone: no random numbers, clocks or static fields");
    }

    private static Outcome finite(Activation activation) {
        for (var x : Probes.moderate()) {
            var rows = new double[WIDTH];
            Arrays.fill(rows, x);
            var value = EXACT.value(activation, WIDTH, rows);
            var gradient = EXACT.gradient(activation, WIDTH, rows);
            if (!finite(value) || !finite(gradient)) {
                return broken(
                        "at %s the value is %s and the derivative %s"
                                .formatted(Digits.of(x), worst(value), worst(gradient)),
                        "choose with where() before the function that fails: what the branch not taken yields is ignored");
            }
        }
        return kept();
    }

    private static boolean finite(double... numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }

    private static String worst(double... numbers) {
        return Digits.of(Arrays.stream(numbers)
                .filter(number -> !Double.isFinite(number))
                .findFirst()
                .orElse(numbers[0]));
    }

    private static Outcome nan(Activation activation) {
        var rows = new double[WIDTH];
        Arrays.fill(rows, Double.NaN);
        var value = FLOATS.value(activation, WIDTH, rows);
        return Arrays.stream(value).allMatch(Double::isNaN)
                ? kept()
                : broken(
                        "NaN becomes "
                                + Digits.of(Arrays.stream(value)
                                        .filter(number -> !Double.isNaN(number))
                                        .findFirst()
                                        .orElse(0)),
                        "prefer maximum() and minimum(), which pass NaN on, to where(), which takes the second branch");
    }
}
