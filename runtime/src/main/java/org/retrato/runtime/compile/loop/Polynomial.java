package org.retrato.runtime.compile.loop;

/**
 * Polynomials with float coefficients.
 *
 * <p>Those of this package have the least greatest relative error on their interval; {@code src/test/python/minimax.py} fits
 * them.
 */
final class Polynomial {

    private Polynomial() {}

    /** Evaluates by Horner's rule, one fused operation for each coefficient after the first, which is that of the highest power. */
    static FloatLanes at(FloatLanes x, float... coefficients) {
        var sum = x.loop().constant(coefficients[0]);
        for (var i = 1; i < coefficients.length; i++) {
            sum = sum.fma(x, coefficients[i]);
        }
        return sum;
    }
}
