package org.retrato.testkit.activation;

import static org.retrato.testkit.activation.ActivationRules.EXACT;
import static org.retrato.testkit.activation.ActivationRules.FLOATS;
import static org.retrato.testkit.activation.ActivationRules.WIDTH;
import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import java.util.Optional;
import org.retrato.api.Activation;
import org.retrato.testkit.Formulas;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.numeric.Probes;
import org.retrato.testkit.rule.Outcome;

/** Compares what training runs, in float32, with the same formula in doubles, from the smallest number to infinity. */
final class Precision {

    private static final double[] SPECIAL = {0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
    private static final String REMEDY =
            "keep intermediate results small: softplus(), logSumExp(), expm1(), log1p() and sigmoid() do, exp() and log() do not";

    /** How many units in the last place of x the result may be off: float32 rounds intermediate results as often. */
    private static final double ROUNDINGS = 16 * 0x1p-24;

    private Precision() {}

    static Outcome check(Activation activation) {
        var wrong = Derivative.isElementwise(activation) ? elementwise(activation) : rows(activation);
        return wrong.map(value -> broken(value, REMEDY)).orElse(kept());
    }

    private static Optional<String> elementwise(Activation activation) {
        for (var numbers : new double[][] {Probes.allSizes(), Probes.moderate(), SPECIAL}) {
            var x = Arrays.stream(numbers).map(Probes::floats).toArray();
            var derivative = derivative(EXACT, activation, x);
            var wrong = compare("the value", x, EXACT.value(activation, x), FLOATS.value(activation, x), derivative)
                    .or(() -> compare(
                            "the derivative",
                            x,
                            derivative,
                            derivative(FLOATS, activation, x),
                            curvature(activation, x)));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static double[] derivative(Formulas formulas, Activation activation, double... x) {
        return formulas.gradient(activation, x);
    }

    /** Returns how fast the derivative changes near each number, as seen at the distance that rounding has. */
    private static double[] curvature(Activation activation, double... x) {
        var above = derivative(
                EXACT,
                activation,
                Arrays.stream(x).map(number -> number * (1 + ROUNDINGS)).toArray());
        var below = derivative(
                EXACT,
                activation,
                Arrays.stream(x).map(number -> number * (1 - ROUNDINGS)).toArray());
        var curvature = new double[x.length];
        Arrays.setAll(curvature, i -> Math.abs(above[i] - below[i]) / (2 * ROUNDINGS * Math.abs(x[i])));
        return curvature;
    }

    private static Optional<String> compare(String what, double[] x, double[] exact, double[] floats, double[] slope) {
        for (var i = 0; i < x.length; i++) {
            // what rounding x alone does; where that is much, nothing can be asked
            var inherent = Double.isFinite(x[i] * slope[i]) ? ROUNDINGS * Math.abs(x[i] * slope[i]) : 0;
            if (inherent < 0.1 * Math.max(1, Math.abs(exact[i])) && !agrees(floats[i], exact[i], inherent + 1e-6)) {
                return Optional.of("at %s %s in float32 is %s, in doubles %s"
                        .formatted(Digits.of(x[i]), what, Digits.of(floats[i]), Digits.of(exact[i])));
            }
        }
        return Optional.empty();
    }

    /** Returns whether float32 is right: NaN only where doubles are, infinite only where they are too large. */
    private static boolean agrees(double floats, double exact, double tolerance) {
        if (Double.isNaN(exact) || Double.isNaN(floats)) {
            return Double.isNaN(exact);
        }
        if (Math.abs(exact) > 0.999 * Float.MAX_VALUE) {
            return Math.abs(floats) > 0.99 * Float.MAX_VALUE && Math.signum(floats) == Math.signum(exact);
        }
        return Math.abs(floats - exact) <= 1e-4 * Math.abs(exact) + tolerance;
    }

    private static Optional<String> rows(Activation activation) {
        var random = Probes.random(5);
        for (var exponent = -120; exponent <= 120; exponent += 4) {
            var rows = Probes.normal(random, 4 * WIDTH, Math.scalb(1.0, exponent));
            var exact = EXACT.value(activation, WIDTH, rows);
            var floats = FLOATS.value(activation, WIDTH, rows);
            var tolerance = 1e-5 * Math.min(Kinks.largest(exact), Float.MAX_VALUE) + 1e-6;
            for (var i = 0; i < exact.length; i++) {
                if (!agrees(floats[i], exact[i], tolerance)) {
                    return Optional.of("of rows of size %s one value in float32 is %s, in doubles %s"
                            .formatted(
                                    Digits.of(Math.scalb(1.0, exponent)), Digits.of(floats[i]), Digits.of(exact[i])));
                }
            }
        }
        return Optional.empty();
    }
}
