package org.retrato.runtime.compile.loop;

/**
 * Powers with any exponent.
 *
 * <p>The exponent multiplies the error of the logarithm, so log₂ |x| is computed with about 36 correct bits, as a sum of two
 * floats (Dekker, 1971): x = 2ᵏ (1 + f), s = f / (2 + f), ln(1 + f) = 2 (s + s³·P(s²)).
 */
public final class Powers {

    private static final int SIGN_BIT = 0x80000000;

    private Powers() {}

    /**
     * Returns xʸ, within 2 units in the last place.
     *
     * <p>Special cases are those of C99: 1 if y is 0 or x is 1, even if the other is NaN; a negative x to a y that is no
     * integer is NaN; zeros and infinities keep their sign for odd integers y.
     */
    public static FloatLanes pow(FloatLanes x, FloatLanes y) {
        var magnitude = x.abs();
        var result = exp2(log2(magnitude).mul(y));
        var one = x.loop().constant(1f);
        var positive = magnitude.equal(one).select(one, result);

        var integer = isInteger(y);
        var odd = integer.and(isInteger(y.mul(0.5f)).not());
        var sign = odd.select(x.bits().and(SIGN_BIT), x.loop().integer(0));
        var signed = positive.bits().xor(sign).asFloat();
        var undefined = x.less(0f).and(magnitude.less(Float.POSITIVE_INFINITY)).and(integer.not());
        var defined = undefined.select(Float.NaN, signed);
        return x.equal(one).or(y.equal(0f)).select(one, defined);
    }

    private static MaskLanes isInteger(FloatLanes x) {
        return Rounding.round(x).equal(x);
    }

    /** Returns the logarithm to base 2 of what is not negative. */
    private static TwoFloats log2(FloatLanes x) {
        var split = Logarithms.Split.of(x);
        var f = split.fraction();
        var s = quotient(f);
        var square = s.high().mul(s.high());
        var squareLow = s.low().add(s.low()).fma(s.high(), s.high().fma(s.high(), square.neg()));

        // P(s²) = ⅓ + s²·(…)
        var third = x.loop().constant(0.33333334f);
        var rest = Polynomial.at(square, 0.12139546f, 0.14249395f, 0.20000486f);
        var tail = rest.fma(square, third);
        var tailLow = rest.fma(square, third.sub(tail)).add(-9.934108e-09f);

        var cube = s.high().mul(square);
        var cubeLow = s.low().fma(square, s.high().fma(squareLow, s.high().fma(square, cube.neg())));
        var term = cube.mul(tail);
        var termLow = cubeLow.fma(tail, cube.fma(tailLow, cube.fma(tail, term.neg())));

        var sum = s.high().add(term);
        var sumLow = s.high().sub(sum).add(term).add(termLow.add(s.low()));

        // 2 / ln 2
        var scale = x.loop().constant(2.88539f);
        var log = sum.mul(scale);
        var logLow = sumLow.fma(scale, sum.fma(3.851926e-08f, sum.fma(scale, log.neg())));

        var k = split.exponent();
        var high = k.add(log);
        var low = k.sub(high).add(log).add(logLow);
        var finite = x.less(Float.POSITIVE_INFINITY).select(high, x);
        return new TwoFloats(x.equal(0f).select(Float.NEGATIVE_INFINITY, finite), low);
    }

    /** Returns f / (2 + f). */
    private static TwoFloats quotient(FloatLanes f) {
        var divisor = f.add(2f);
        var lost = f.sub(divisor.sub(2f));
        var inverse = f.loop().constant(1f).div(divisor);
        var high = f.mul(inverse);
        var negated = high.neg();
        return new TwoFloats(high, negated.fma(lost, negated.fma(divisor, f)).mul(inverse));
    }

    /** Returns 2ˣ. */
    private static FloatLanes exp2(TwoFloats x) {
        var bounded = x.high().less(-160f).select(-160f, x.high());
        bounded = bounded.greater(136f).select(136f, bounded);
        var rounded = bounded.add(Rounding.SHIFT);
        var low = x.high().equal(bounded).select(x.low(), 0f);
        var r = bounded.sub(rounded.sub(Rounding.SHIFT)).add(low);
        var slope = Polynomial.at(
                r, 1.4675858e-05f, 0.00015451877f, 0.0013336656f, 0.009618088f, 0.05550406f, 0.2402265f, 0.6931472f);
        return Exponentials.scale(slope.mul(r), rounded.bits());
    }

    /** A number as the sum of a float and a much smaller one. */
    private record TwoFloats(FloatLanes high, FloatLanes low) {

        TwoFloats mul(FloatLanes factor) {
            var product = high.mul(factor);
            return new TwoFloats(product, low.fma(factor, high.fma(factor, product.neg())));
        }
    }
}
