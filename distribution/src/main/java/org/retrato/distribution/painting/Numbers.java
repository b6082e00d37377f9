package org.retrato.distribution.painting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Writes numbers for people. */
final class Numbers {

    private Numbers() {}

    /** Writes four significant digits, as {@code 0.01234} or {@code 1.234e-07}. */
    static String significant(double value) {
        var size = Math.abs(value);
        return size != 0 && (size < 1e-4 || size >= 1e6)
                ? String.format(Locale.ROOT, "%.3e", value)
                : String.format(Locale.ROOT, "%." + decimals(size) + "f", value);
    }

    /** Writes a number as users would, with at most four significant digits. */
    static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static int decimals(double size) {
        return size == 0 ? 1 : Math.clamp(3 - (long) Math.floor(Math.log10(size)), 0, 7);
    }

    /** Writes a whole number, as {@code 8,192}. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Writes a likeness, as {@code 31.4 dB}. */
    static String decibels(double psnr) {
        return Double.isInfinite(psnr) ? "equal" : String.format(Locale.ROOT, "%.1f dB", psnr);
    }

    /** Writes a time, as {@code 42 s} or {@code 3:05 min}. */
    static String time(long seconds) {
        return seconds < 100 ? seconds + " s" : String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
    }
}
