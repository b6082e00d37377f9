package org.retrato.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Declares and checks the values that a hyperparameter may take; called in the compact constructor of a component.
 *
 * <pre>{@code
 * public Adam {
 *     Range.positive("learningRate", learningRate);
 *     Range.fraction("beta1", beta1);
 * }
 * }</pre>
 *
 * <p>Every check throws an {@link IllegalArgumentException} that names the parameter, the value and the range; NaN is in no
 * range. The same declarations are what documentation and tools show: {@link #declaredBy} collects them.
 *
 * @param parameter the name of the record component
 * @param low the lowest value, or {@code -∞}
 * @param lowIncluded whether the lowest value itself is allowed
 * @param high the highest value, or {@code ∞}
 * @param highIncluded whether the highest value itself is allowed
 */
@Stability(Stability.Level.EVOLVING)
public record Range(String parameter, double low, boolean lowIncluded, double high, boolean highIncluded) {

    private static final ThreadLocal<@Nullable List<Range>> DECLARED = new ThreadLocal<>();

    /** Requires a finite value above 0. */
    public static void positive(String parameter, double value) {
        new Range(parameter, 0, false, Double.POSITIVE_INFINITY, false).check(value);
    }

    /** Requires a finite value of at least 0. */
    public static void notNegative(String parameter, double value) {
        new Range(parameter, 0, true, Double.POSITIVE_INFINITY, false).check(value);
    }

    /** Requires a value from 0 up to but not including 1, as decay rates have. */
    public static void fraction(String parameter, double value) {
        new Range(parameter, 0, true, 1, false).check(value);
    }

    /** Requires a value from {@code low} to {@code high}, both included. */
    public static void between(String parameter, double value, double low, double high) {
        new Range(parameter, low, true, high, true).check(value);
    }

    /** Requires a finite value of at least {@code low}. */
    public static void atLeast(String parameter, double value, double low) {
        new Range(parameter, low, true, Double.POSITIVE_INFINITY, false).check(value);
    }

    /** Requires any finite number. */
    public static void finite(String parameter, double value) {
        new Range(parameter, Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false).check(value);
    }

    /** Returns the ranges checked on this thread while the component is built, in the order of the checks. */
    public static List<Range> declaredBy(Runnable construction) {
        var outer = DECLARED.get();
        var declared = new ArrayList<Range>();
        DECLARED.set(declared);
        try {
            construction.run();
        } finally {
            DECLARED.set(outer);
        }
        return List.copyOf(declared);
    }

    /** Returns whether the range holds the value. */
    public boolean contains(double value) {
        return (lowIncluded ? value >= low : value > low) && (highIncluded ? value <= high : value < high);
    }

    private void check(double value) {
        var declared = DECLARED.get();
        if (declared != null) {
            declared.add(this);
        }
        if (!contains(value)) {
            throw new IllegalArgumentException(
                    parameter + " = " + number(value) + " is out of range; it must be " + this);
        }
    }

    /** Returns the range in words: {@code > 0}, {@code in [0, 1)}, {@code finite}. */
    @Override
    public String toString() {
        if (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY) {
            return "finite";
        }
        if (high == Double.POSITIVE_INFINITY) {
            return (lowIncluded ? ">= " : "> ") + number(low);
        }
        if (low == Double.NEGATIVE_INFINITY) {
            return (highIncluded ? "<= " : "< ") + number(high);
        }
        return "in " + (lowIncluded ? "[" : "(") + number(low) + ", " + number(high) + (highIncluded ? "]" : ")");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
