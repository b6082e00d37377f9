package org.retrato.testkit.activation;

import static org.retrato.testkit.activation.ActivationRules.EXACT;
import static org.retrato.testkit.activation.ActivationRules.FLOATS;
import static org.retrato.testkit.activation.ActivationRules.WIDTH;
import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.retrato.api.Activation;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.numeric.Probes;
import org.retrato.testkit.rule.Outcome;

/** Compares what training runs, in float32, with the same formula in doubles, from the smallest number to infinity. */
final class Precision {

    private static final double[] SPECIAL = {0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
    private static final String REMEDY =
            "keep intermediate results small: softplus(), logSumExp(), expm1(), log1p() and sigmoid() do, exp() and log() do not";

    /** How far rounding may move a number, as a share of it: float32 rounds intermediate results several times. */
    private static final double ROUNDINGS = 16 * 0x1p-24;

    /** The square of a larger number is infinite: beyond, it is enough that no number becomes NaN. */
    private static final double LARGE = 1e18;

    private Precision() {}

    static Outcome check(Activation activation) {
        var wrong = Derivative.isElementwise(activation) ? elementwise(activation) : rows(activation);
        return wrong.map(value -> broken(value, REMEDY)).orElse(kept());
    }

    private static Optional<String> elementwise(Activation activation) {
        for (var numbers : new double[][] {Probes.allSizes(), Probes.moderate(), SPECIAL}) {
            var x = Arrays.stream(numbers).map(Probes::floats).toArray();
            var wrong = compare("the value", x, at -> EXACT.value(activation, at), FLOATS.value(activation, x))
                    .or(() -> compare(
                            "the derivative", x, at -> EXACT.gradient(activation, at), FLOATS.gradient(activation, x)));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> compare(
            String what, double[] x, UnaryOperator<double[]> function, double... floats) {
        var exact = function.apply(x);
        var inherent = inherent(x, function, exact);
        for (var i = 0; i < x.length; i++) {
            // where rounding x alone changes much, nothing can be asked
            if (inherent[i] < 0.1 * Math.max(1, Math.abs(exact[i]))
                    && !agrees(x[i], floats[i], exact[i], inherent[i] + 1e-6)) {
                return Optional.of("at %s %s in float32 is %s, in doubles %s"
                        .formatted(Digits.of(x[i]), what, Digits.of(floats[i]), Digits.of(exact[i])));
            }
        }
        return Optional.empty();
    }

    /** Returns how much a function changes when its argument is rounded. */
    private static double[] inherent(double[] x, UnaryOperator<double[]> function, double... exact) {
        var most = new double[x.length];
        for (var share : new double[] {1, -1, 0.6, -0.6, 0.3, -0.3, 0.1, -0.1}) {
            var moved = function.apply(Arrays.stream(x)
                    .map(number -> number * (1 + share * ROUNDINGS))
                    .toArray());
            for (var i = 0; i < x.length; i++) {
                var change = Math.abs(moved[i] - exact[i]);
                most[i] = change > most[i] && Double.isFinite(change) ? change : most[i];
            }
        }
        return most;
    }

    /** Returns whether float32 is right: NaN only where doubles are, infinite only where they are too large. */
    private static boolean agrees(double size, double floats, double exact, double tolerance) {
        if (Double.isNaN(exact) || Double.isNaN(floats)) {
            return Double.isNaN(exact);
        }
        if (Double.isFinite(size) && Math.abs(size) > LARGE) {
            return true;
        }
        if (Math.abs(exact) > 0.999 * Float.MAX_VALUE) {
            return Math.abs(floats) > 0.99 * Float.MAX_VALUE && Math.signum(floats) == Math.signum(exact);
        }
        return Math.abs(floats - exact) <= 1e-4 * Math.abs(exact) + tolerance;
    }

    private static Optional<String> rows(Activation activation) {
        var random = Probes.random(5);
        for (var exponent = -120; exponent <= 120; exponent += 4) {
            var size = Math.scalb(1.0, exponent);
            var rows = Probes.normal(random, 4 * WIDTH, size);
            var exact = EXACT.value(activation, WIDTH, rows);
            var floats = FLOATS.value(activation, WIDTH, rows);
            var tolerance = 1e-5 * Math.min(largest(exact), Float.MAX_VALUE) + 1e-6;
            for (var i = 0; i < exact.length; i++) {
                if (!agrees(size, floats[i], exact[i], tolerance)) {
                    return Optional.of("of rows of size %s one value in float32 is %s, in doubles %s"
                            .formatted(Digits.of(size), Digits.of(floats[i]), Digits.of(exact[i])));
                }
            }
        }
        return Optional.empty();
    }

    private static double largest(double... numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }
}
