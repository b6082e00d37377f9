package org.retrato.runtime.graph;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** Writes numbers as short as they are read: {@code 0.5}, {@code 1e-8}, {@code π/2}. */
final class Numbers {

    /** Is a number that has a name. */
    record Known(double value, String text, String latex) {}

    private static final List<Known> KNOWN = List.of(
            new Known(Math.PI, "π", "\\pi"),
            new Known(2 * Math.PI, "2π", "2\\pi"),
            new Known(Math.PI / 2, "π/2", "\\frac{\\pi}{2}"),
            new Known(2 / Math.PI, "2/π", "\\frac{2}{\\pi}"),
            new Known(1 / Math.PI, "1/π", "\\frac{1}{\\pi}"),
            new Known(Math.sqrt(2), "√2", "\\sqrt{2}"),
            new Known(1 / Math.sqrt(2), "1/√2", "\\frac{1}{\\sqrt{2}}"),
            new Known(2 / Math.sqrt(Math.PI), "2/√π", "\\frac{2}{\\sqrt{\\pi}}"),
            new Known(Math.sqrt(2 / Math.PI), "√(2/π)", "\\sqrt{\\frac{2}{\\pi}}"),
            new Known(1 / Math.sqrt(2 * Math.PI), "1/√(2π)", "\\frac{1}{\\sqrt{2\\pi}}"));

    private Numbers() {}

    static Optional<Known> known(double value) {
        return KNOWN.stream().filter(known -> known.value == value).findFirst();
    }

    /** Returns a number to 15 digits: one less than where the rounding of {@code 1 - 0.9} would show. */
    static String decimal(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : "∞";
        }
        if (value == 0) {
            return "0";
        }
        var rounded = new BigDecimal(value).round(new MathContext(15)).stripTrailingZeros();
        var exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= -4 && exponent < 7
                ? rounded.toPlainString()
                : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
}
