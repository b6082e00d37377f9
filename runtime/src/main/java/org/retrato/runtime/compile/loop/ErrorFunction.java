package org.retrato.runtime.compile.loop;

/**
 * The error function, erf x = 2/√π ∫₀ˣ e^(-t²) dt.
 *
 * <p>Near zero it is x·P(x²); further out 1 - e^(-x·Q(x)), where x·Q(x) stands for -ln(1 - erf x), with minimax polynomials
 * P and Q. Results are within 2 units in the last place, for every float.
 */
public final class ErrorFunction {

    private static final float NEAR = 0.92f;

    /** From here on the result rounds to 1. */
    private static final float ONE = 4f;

    private ErrorFunction() {}

    /** Returns the error function of x. */
    public static FloatLanes erf(FloatLanes x) {
        var square = x.mul(x);
        var slope = Polynomial.at(
                square,
                7.992495e-05f,
                -0.0008049146f,
                0.0051923767f,
                -0.026855728f,
                0.11283626f,
                -0.3761263f,
                0.12837917f);
        var near = x.fma(slope, x);

        var magnitude = x.abs();
        var bounded = magnitude.greater(ONE).select(ONE, magnitude);
        var exponent = Polynomial.at(
                        bounded,
                        4.9409555e-06f,
                        -4.5611196e-05f,
                        -4.9451683e-05f,
                        0.002929834f,
                        -0.022673693f,
                        0.10526235f,
                        0.6356254f,
                        1.1285517f)
                .mul(bounded);
        var complement = Exponentials.moderateExp(exponent.neg());
        var far = x.loop().constant(1f).sub(complement);
        return magnitude.less(NEAR).select(near, far.withSignOf(x));
    }
}
