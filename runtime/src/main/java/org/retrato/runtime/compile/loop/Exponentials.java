package org.retrato.runtime.compile.loop;

/**
 * The exponential function and those made of it.
 *
 * <p>An argument is reduced to x = n·ln 2 + r with |r| ≤ ½ ln 2 (Cody and Waite, 1980); then eˣ = 2ⁿ (1 + q) with q = eʳ - 1
 * from a minimax polynomial. All results are within 2 units in the last place, for every float.
 */
public final class Exponentials {

    private static final float LOG2_E = 1.44269504f;

    private static final int ONE_BITS = 0x3f800000;
    private static final int MINUS_ONE_BITS = 0xbf800000;
    private static final int HALF_BITS = 0x3f000000;

    private Exponentials() {}

    /** Returns eˣ; subnormal down to -103.97, infinite from 88.73. */
    public static FloatLanes exp(FloatLanes x) {
        // above and below, the result is infinite or zero already
        var bounded = atMost(atLeast(x, -105f), 90f);
        var reduced = new Reduced(bounded);
        return scale(reduced.expm1(), reduced.power());
    }

    /** Returns eˣ - 1 without losing digits where x is small. */
    public static FloatLanes expm1(FloatLanes x) {
        var result = halfExpm1(atMost(x, 89f)).mul(2f);
        return x.abs().less(0x1p-25f).select(x, result);
    }

    /** Returns 1 / (1 + e⁻ˣ), the logistic function. */
    public static FloatLanes sigmoid(FloatLanes x) {
        var exp = exp(x.abs().neg());
        return overOnePlus(x.less(0f).select(exp, 1f), exp);
    }

    /** Returns the hyperbolic tangent, -h / (1 + h) of |x| with h = ½ (e⁻²ˣ - 1), with the sign of x. */
    public static FloatLanes tanh(FloatLanes x) {
        var half = halfExpm1(x.abs().mul(-2f));
        var magnitude = overOnePlus(half.neg(), half);
        return magnitude.withSignOf(x);
    }

    /** Returns ln(1 + eˣ). */
    public static FloatLanes softplus(FloatLanes x) {
        return x.greater(0f).select(x, 0f).add(Logarithms.log1p(exp(x.abs().neg())));
    }

    /** Returns 1 - eˣ for -80 ≤ x ≤ 0, without a sign. */
    static FloatLanes oneMinusExp(FloatLanes x) {
        var reduced = new Reduced(x);
        var negated = power(reduced.power(), MINUS_ONE_BITS);
        return reduced.expm1().fma(negated, negated.add(1f));
    }

    /** Returns 2ⁿ (1 + q) with n in the lowest bits, from -160 to 136: it may be subnormal, zero or infinite. */
    static FloatLanes scale(FloatLanes q, IntLanes n) {
        // 2ⁿ itself may be none of the normal floats: two factors
        var half = n.shiftRight(1);
        var first = power(half, ONE_BITS);
        var second = power(n.sub(half), ONE_BITS);
        return q.fma(first, first).mul(second);
    }

    /** Returns ½ (eˣ - 1) for x ≤ 89. */
    private static FloatLanes halfExpm1(FloatLanes x) {
        var reduced = new Reduced(atLeast(x, -20f));
        var scale = power(reduced.power(), HALF_BITS);
        return reduced.expm1().fma(scale, scale.sub(0.5f));
    }

    /** Returns a / (1 + b) for |b| ≤ 1, corrected once for the rounding of the sum and of the quotient. */
    private static FloatLanes overOnePlus(FloatLanes a, FloatLanes b) {
        var sum = b.add(1f);
        var lost = b.sub(sum.sub(1f));
        var inverse = b.loop().constant(1f).div(sum);
        var quotient = a.mul(inverse);
        var negated = quotient.neg();
        var remainder = negated.fma(lost, negated.fma(sum, a));
        return remainder.fma(inverse, quotient);
    }

    /** Returns the bound where x is below it. Unlike max, this keeps NaN at the cost of two instructions. */
    private static FloatLanes atLeast(FloatLanes x, float bound) {
        return x.less(bound).select(bound, x);
    }

    private static FloatLanes atMost(FloatLanes x, float bound) {
        return x.greater(bound).select(bound, x);
    }

    /** Returns 2ⁿ, or half of it, with n in the lowest nine bits. */
    private static FloatLanes power(IntLanes n, int unitBits) {
        return n.shiftLeft(23).add(unitBits).asFloat();
    }

    /** The two parts of x = n·ln 2 + r. */
    private record Reduced(FloatLanes x, FloatLanes rounded) {

        Reduced(FloatLanes x) {
            this(x, x.fma(LOG2_E, Rounding.SHIFT));
        }

        /** Returns an integer whose lowest bits are those of n. */
        IntLanes power() {
            return rounded.bits();
        }

        /** Returns eʳ - 1. */
        FloatLanes expm1() {
            var n = rounded.sub(Rounding.SHIFT);
            var r = n.fma(-Logarithms.LN2_LOW, n.fma(-Logarithms.LN2_HIGH, x));
            var tail = Polynomial.at(r, 0.00019762572f, 0.0013932331f, 0.008333545f, 0.041666493f, 0.16666666f, 0.5f);
            return r.mul(r).fma(tail, r);
        }
    }
}
