package org.retrato.testkit.numeric;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares derivatives with the differences of a function of several numbers.
 *
 * <p>The differences are central and of fourth order, with steps from wide to narrow: where one of them agrees, the derivative is
 * right. Where none does there may be a kink, or a jump: then the derivative must lie between the slopes on both sides.
 */
public final class Slopes {

    private static final double[] STEPS = {1e-2, 1e-3, 1e-4, 1e-5};
    private static final double NARROW = 1e-6;
    private static final double RELATIVE = 1e-5;
    private static final double ABSOLUTE = 1e-7;

    private final ToDoubleFunction<double[]> function;

    /** Takes the differences of a function, which does not keep the array that it is given. */
    public Slopes(ToDoubleFunction<double[]> function) {
        this.function = function;
    }

    /** Returns what is wrong with the gradient at a point, or nothing. */
    public Optional<String> contradiction(double[] point, double[] gradient) {
        for (var i = 0; i < point.length; i++) {
            var wrong = contradiction(point, i, gradient[i]);
            if (wrong != null) {
                return Optional.of(wrong);
            }
        }
        return Optional.empty();
    }

    private @Nullable String contradiction(double[] point, int index, double derivative) {
        if (!Double.isFinite(derivative) || !Double.isFinite(function.applyAsDouble(point))) {
            return null; // there are rules for what is not finite
        }
        var size = Math.max(1, Math.abs(point[index]));
        for (var step : STEPS) {
            var near = difference(point, index, step * size);
            var far = difference(point, index, 2 * step * size);
            if (isClose(derivative, (4 * near - far) / 3)) {
                return null;
            }
        }
        var middle = function.applyAsDouble(point);
        var left = (middle - moved(point, index, -NARROW * size)) / (NARROW * size);
        var right = (moved(point, index, NARROW * size) - middle) / (NARROW * size);
        var tolerance = 1e-4 * (Math.abs(left) + Math.abs(right)) + 1e-6;
        return derivative >= Math.min(left, right) - tolerance && derivative <= Math.max(left, right) + tolerance
                ? null
                : "at %s the derivative is %s, but the slope is %s"
                        .formatted(Digits.of(point[index]), Digits.of(derivative), slope(left, right));
    }

    private static String slope(double left, double right) {
        return isClose(left, right)
                ? Digits.of((left + right) / 2)
                : Digits.of(left) + " on the left and " + Digits.of(right) + " on the right";
    }

    private double difference(double[] point, int index, double step) {
        return (moved(point, index, step) - moved(point, index, -step)) / (2 * step);
    }

    private double moved(double[] point, int index, double step) {
        var moved = point.clone();
        moved[index] += step;
        return function.applyAsDouble(moved);
    }

    private static boolean isClose(double first, double second) {
        return Math.abs(first - second) <= RELATIVE * Math.abs(second) + ABSOLUTE;
    }
}
