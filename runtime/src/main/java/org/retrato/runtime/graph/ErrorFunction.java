package org.retrato.runtime.graph;

/**
 * Computes {@code erf(x) = 2/√π ∫₀ˣ exp(-t²) dt} in doubles, to a few units in the last place.
 *
 * <p>Near 0 by the series without cancellation, elsewhere by the continued fraction of {@code 1 - erf} (Abramowitz and
 * Stegun, 1964, 7.1.6 and 7.1.14):
 *
 * <pre>
 *   erf(x) = 2x/√π · exp(-x²) · (1 + 2x²/3 · (1 + 2x²/5 · (1 + 2x²/7 · …)))
 *   erf(x) = 1 - exp(-x²)/√π · 1/(x + ½/(x + 1/(x + ³⁄₂/(x + 2/(x + …)))))
 * </pre>
 */
final class ErrorFunction {

    private static final double ROOT_OF_PI = 1.772453850905516;

    /** Where the two meet. */
    private static final double NEAR = 2;

    /** From here on, {@code 1 - erf(x)} is less than half a unit in the last place of 1. */
    private static final double FAR = 6;

    /** So many terms that one more changes no bit: the series at 2, the fraction at 2. */
    private static final int TERMS = 50;

    private ErrorFunction() {}

    static double erf(double x) {
        var distance = StrictMath.abs(x);
        if (distance >= FAR) {
            return StrictMath.signum(x);
        }
        return distance > NEAR ? StrictMath.copySign(1 - tail(distance), x) : series(x);
    }

    private static double series(double x) {
        var nested = 1.0;
        for (var term = TERMS; term > 0; term--) {
            nested = 1 + 2 * x * x / (2 * term + 1) * nested;
        }
        return 2 / ROOT_OF_PI * x * bell(x) * nested;
    }

    private static double tail(double x) {
        var nested = x;
        for (var term = TERMS; term > 0; term--) {
            nested = x + term / 2.0 / nested;
        }
        return bell(x) / (ROOT_OF_PI * nested);
    }

    /** Returns exp(-x²), where the rounding error of the square counts too. */
    private static double bell(double x) {
        var square = x * x;
        var error = StrictMath.fma(x, x, -square);
        return StrictMath.exp(-square) * (1 - error);
    }
}
