package org.retrato.testkit.numeric;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes numbers for people: as many digits as are of use. */
public final class Digits {

    private Digits() {}

    /** Writes a number with up to five significant digits. */
    public static String of(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e6) {
            return number == 0 && 1 / number < 0 ? "-0" : Long.toString((long) number);
        }
        return Double.isFinite(number)
                ? String.format(Locale.ROOT, "%.5g", number)
                        .replaceAll("(\\.\\d*?)0+(e|$)", "$1$2")
                        .replaceAll("\\.(e|$)", "$1")
                : Double.toString(number);
    }

    /** Writes several numbers, as {@code [1, 0.5]}. */
    public static String of(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Digits::of).collect(Collectors.joining(", ", "[", "]"));
    }
}
