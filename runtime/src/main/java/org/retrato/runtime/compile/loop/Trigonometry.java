package org.retrato.runtime.compile.loop;

/**
 * Sine and cosine.
 *
 * <p>An argument is reduced to x = n·π + r for the sine, (n + ½)·π + r for the cosine, with π in three floats (Cody and
 * Waite, 1980) and |r| ≤ π/2; then the result is ± sin r from a minimax polynomial. Larger arguments than that holds for
 * are rare, and computed one by one. All results are within 2 units in the last place, for every float.
 */
public final class Trigonometry {

    private static final float LARGEST = 0x1p16f;

    private static final float PI_HIGH = 3.14159274f;
    private static final float PI_MIDDLE = -8.74227766e-8f;
    private static final float PI_LOW = -3.43024902e-15f;

    private Trigonometry() {}

    /** Returns the sine of x radians; NaN of infinities. */
    public static FloatLanes sin(FloatLanes x) {
        var rounded = x.fma((float) (1 / Math.PI), Rounding.SHIFT);
        var n = rounded.sub(Rounding.SHIFT);
        var result = alternate(sinOfRemainder(x, n), rounded.bits());
        // keeps the sign of zero
        var fast = x.equal(0f).select(x, result);
        return x.patch(fast, x.abs().greater(LARGEST), ScalarFunction.SIN);
    }

    /** Returns the cosine of x radians; NaN of infinities. */
    public static FloatLanes cos(FloatLanes x) {
        var rounded = x.fma((float) (1 / Math.PI), -0.5f).add(Rounding.SHIFT);
        var n = rounded.sub(Rounding.SHIFT).add(0.5f);
        // cos x = -sin(x - π/2)
        var fast = alternate(sinOfRemainder(x, n), rounded.bits().add(1));
        return x.patch(fast, x.abs().greater(LARGEST), ScalarFunction.COS);
    }

    /** Returns sin(x - n·π). */
    private static FloatLanes sinOfRemainder(FloatLanes x, FloatLanes n) {
        var r = n.fma(-PI_LOW, n.fma(-PI_MIDDLE, n.fma(-PI_HIGH, x)));
        var square = r.mul(r);
        var tail = Polynomial.at(square, -2.550291e-08f, 2.7627057e-06f, -0.00019843093f, 0.0083333505f, -0.16666667f);
        return tail.mul(square).fma(r, r);
    }

    /** Flips the sign where n is odd. */
    private static FloatLanes alternate(FloatLanes value, IntLanes n) {
        return value.bits().xor(n.shiftLeft(31)).asFloat();
    }
}
