package org.retrato.runtime.compile.loop;

/**
 * Natural logarithms.
 *
 * <p>An argument is split into 2ᵏ (1 + f) with √½ ≤ 1 + f &lt; √2; then ln = k·ln 2 + f - f²/2 + f³·P(f) with a minimax
 * polynomial P. All results are within 2 units in the last place, for every float.
 */
public final class Logarithms {

    private static final int SQUARE_ROOT_OF_HALF_BITS = 0x3f3504f3;
    private static final int ONE_BITS = 0x3f800000;

    /** Has few bits, so that its product with an exponent is exact. */
    static final float LN2_HIGH = 0.693359375f;

    static final float LN2_LOW = -2.12194440e-4f;

    private Logarithms() {}

    /** Returns ln x; -∞ of zeros, NaN below. */
    public static FloatLanes log(FloatLanes x) {
        var split = Split.of(x);
        var result = combine(split.exponent(), split.fraction());
        return outside(x, x, result);
    }

    /** Returns ln(1 + x) without losing digits where x is small; -∞ of -1, NaN below. */
    public static FloatLanes log1p(FloatLanes x) {
        var sum = x.add(1f);
        var bits = sum.bits();
        var k = exponent(bits);
        // 2⁻ᵏ(1 + x) - 1 keeps the digits of x that the sum rounds away, and 2⁻ᵏ is a normal number where that matters
        var scale = x.loop().integer(ONE_BITS).sub(k.shiftLeft(23)).asFloat();
        var small = x.fma(scale, scale.sub(1f));
        var large = bits.sub(k.shiftLeft(23)).asFloat().sub(1f);
        var result = combine(k.toFloat(), x.less(0x1p30f).select(small, large));
        return x.equal(0f).select(x, outside(sum, x, result));
    }

    /** Returns the k for which 2⁻ᵏ x is from √½ to √2. */
    private static IntLanes exponent(IntLanes bits) {
        return bits.sub(SQUARE_ROOT_OF_HALF_BITS).shiftRight(23);
    }

    private static FloatLanes combine(FloatLanes k, FloatLanes f) {
        var tail = Polynomial.at(
                f,
                0.06749272f,
                -0.116701014f,
                0.118835494f,
                -0.12406234f,
                0.14220358f,
                -0.16667989f,
                0.20002072f,
                -0.2500001f,
                0.33333313f);
        var square = f.mul(f);
        var sum = k.fma(LN2_LOW, tail.mul(f).mul(square));
        return k.fma(LN2_HIGH, square.fma(-0.5f, sum).add(f));
    }

    /** Returns the logarithm of what is zero, below, infinite or NaN, and the result elsewhere. */
    private static FloatLanes outside(FloatLanes argument, FloatLanes x, FloatLanes result) {
        var finite = argument.less(Float.POSITIVE_INFINITY).select(result, x);
        var positive = argument.less(0f).select(Float.NaN, finite);
        return argument.equal(0f).select(Float.NEGATIVE_INFINITY, positive);
    }

    /** A positive float as 2ᵏ (1 + f) with √½ ≤ 1 + f &lt; √2. */
    record Split(FloatLanes exponent, FloatLanes fraction) {

        static Split of(FloatLanes x) {
            var subnormal = x.less(Float.MIN_NORMAL);
            var bits = subnormal.select(x.mul(0x1p24f), x).bits();
            var k = Logarithms.exponent(bits);
            var f = bits.sub(k.shiftLeft(23)).asFloat().sub(1f);
            return new Split(k.toFloat().add(subnormal.select(-24f, 0f)), f);
        }
    }
}
