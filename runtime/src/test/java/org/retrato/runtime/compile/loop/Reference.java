package org.retrato.runtime.compile.loop;

/** What the functions should return, in doubles, and how far a float is from that. */
final class Reference {

    private Reference() {}

    /** Returns how many units in the last place of the expected float lie between the two; infinity if they differ in kind. */
    static double ulps(float actual, double expected) {
        var nearest = (float) expected;
        if (Float.isNaN(nearest) || Float.isNaN(actual)) {
            return Float.isNaN(nearest) && Float.isNaN(actual) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (nearest == 0 && actual == 0) {
            return Math.copySign(1f, nearest) == Math.copySign(1f, actual) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (nearest == actual && Float.isInfinite(actual)) {
            return 0;
        }
        // the number after the largest float stands for infinity, as when rounding
        return Math.abs(bounded(actual) - bounded(expected))
                / Math.ulp((float) bounded(Math.min(Math.abs(expected), Float.MAX_VALUE)));
    }

    private static double bounded(double value) {
        return Math.clamp(value, -0x1p128, 0x1p128);
    }

    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    /** Sums Kummer's series of positive terms, erf x = 2/√π e^(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1)). */
    static double erf(double x) {
        if (Math.abs(x) > 6) {
            return Math.signum(x);
        }
        var term = x;
        var sum = x;
        for (var n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
    }

    /** Follows C99, where Java returns NaN for a base of 1 and an exponent that is infinite or NaN, and for -1 and infinity. */
    static double pow(double x, double y) {
        return x == 1 || Math.abs(x) == 1 && Double.isInfinite(y) ? 1 : StrictMath.pow(x, y);
    }
}
