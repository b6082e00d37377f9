package org.retrato.testkit.loss;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import org.retrato.api.Loss;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.numeric.Probes;
import org.retrato.testkit.rule.Outcome;

/** Looks at large outputs, and at what float32 makes of a loss. */
final class Precision {

    private static final int WIDTH = 3;

    /** From here on a number counts as too large for float32: intermediate results are larger. */
    private static final double LARGE = 1e30;

    private Precision() {}

    /** Wants numbers in doubles, and in float32 wherever they fit into one. */
    static Outcome extremes(Loss loss) {
        for (var size : new double[] {0, 1e-30, 1, 20, 50, 90, 110, 300}) {
            for (var sign : new int[] {1, -1}) {
                var batch = Batch.of(loss, 6, WIDTH, 0, Probes.random(25));
                for (var i = 0; i < batch.output().length; i++) {
                    batch.output()[i] = sign * size * (i % 4 == 0 ? 1 : i % 4 == 1 ? -1 : 0.1 * (i % 4));
                }
                if (!follows(batch.floats(loss), batch.exact(loss))) {
                    return extreme("loss", size, batch.floats(loss), batch.exact(loss));
                }
                if (!follows(batch.floatGradient(loss), batch.exactGradient(loss))) {
                    return extreme("gradient", size, batch.floatGradient(loss), batch.exactGradient(loss));
                }
            }
        }
        return kept();
    }

    private static boolean follows(double[] floats, double... exact) {
        for (var i = 0; i < exact.length; i++) {
            var fits = Math.abs(exact[i]) < LARGE;
            if (!Double.isFinite(exact[i]) || (fits && !Double.isFinite(floats[i]))) {
                return false;
            }
        }
        return true;
    }

    private static Outcome extreme(String what, double size, double[] floats, double... exact) {
        return broken(
                "for outputs of size %s the %s is %s in doubles and %s in float32"
                        .formatted(Digits.of(size), what, Digits.of(worst(exact)), Digits.of(worst(floats))),
                "take the logarithm of a probability with logSoftmax(-1), or neg().softplus().neg(), and never log() of it");
    }

    private static double worst(double... numbers) {
        return Arrays.stream(numbers)
                .filter(number -> !Double.isFinite(number))
                .findFirst()
                .orElse(numbers[0]);
    }

    static Outcome check(Loss loss) {
        for (var size : new double[] {0.01, 1, 30, 1000}) {
            var batch = near(Batch.of(loss, 12, WIDTH, size / 1000, Probes.random(26)), size, loss);
            var outcome = compare("loss", size, batch.floats(loss), batch.exact(loss));
            if (outcome instanceof Outcome.Kept) {
                outcome = compare("gradient", size, batch.floatGradient(loss), batch.exactGradient(loss));
            }
            if (outcome instanceof Outcome.Broken) {
                return outcome;
            }
        }
        return kept();
    }

    /** Moves outputs, and targets that are values, to where both are large and their difference is small. */
    private static Batch near(Batch batch, double size, Loss loss) {
        var output = Arrays.stream(batch.output())
                .map(number -> Probes.floats(number + size))
                .toArray();
        var target = Batch.takesCategories(loss)
                ? batch.target()
                : Arrays.stream(batch.target())
                        .map(number -> Probes.floats(size * (1 + number / 1000)))
                        .toArray();
        return new Batch(batch.width(), output, target);
    }

    private static Outcome compare(String what, double size, double[] floats, double... exact) {
        for (var i = 0; i < exact.length; i++) {
            var tolerance = 1e-3 * Math.abs(exact[i]) + 1e-5 * Math.max(1, size);
            if (Double.isFinite(floats[i]) && Math.abs(floats[i] - exact[i]) > tolerance) {
                return broken(
                        "for outputs near %s the %s is %s in doubles and %s in float32"
                                .formatted(Digits.of(size), what, Digits.of(exact[i]), Digits.of(floats[i])),
                        "subtract the target before anything grows: output.sub(target).square(), not the difference of squares");
            }
        }
        return kept();
    }
}
