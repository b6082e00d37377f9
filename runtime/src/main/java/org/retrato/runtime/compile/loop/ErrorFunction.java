package org.retrato.runtime.compile.loop;

/**
 * The error function, erf x = 2/√π ∫₀ˣ e^(-t²) dt.
 *
 * <p>It is 1 - eᵗ with t = ln(1 - erf |x|), computed as m + m·P(m) of m = -|x| with a minimax polynomial P: no digits are lost
 * near zero, as eᵗ - 1 is computed in one. Results are within 2 units in the last place, for every float.
 */
public final class ErrorFunction {

    private static final int SIGN_BIT = 0x80000000;

    /** From here on the result rounds to 1. */
    private static final float ONE = 4f;

    private ErrorFunction() {}

    /** Returns the error function of x. */
    public static FloatLanes erf(FloatLanes x) {
        var sign = x.loop().integer(SIGN_BIT);
        var negative = x.bits().or(sign).asFloat();
        var bounded = negative.less(-ONE).select(-ONE, negative);
        var slope = Polynomial.at(
                bounded,
                -9.387896e-06f,
                -0.00011886085f,
                -0.00063736236f,
                -0.0016756755f,
                -0.000169504f,
                0.019147823f,
                0.102776304f,
                -0.63661957f,
                0.12837917f);
        var magnitude = Exponentials.oneMinusExp(bounded.fma(slope, bounded));
        return magnitude.bits().or(x.bits().and(sign)).asFloat();
    }
}
