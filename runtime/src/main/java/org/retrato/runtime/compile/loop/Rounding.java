package org.retrato.runtime.compile.loop;

/** Functions with steps; all are exact. */
public final class Rounding {

    /**
     * Rounds a small float to the nearest integer when added; the lowest bits of the sum are those of the integer, and
     * subtracting it again yields the integer as a float.
     */
    static final float SHIFT = 0x1.8p23f;

    /** From here on all floats are integers. */
    private static final float ALL_INTEGERS = 0x1p23f;

    private Rounding() {}

    /** Returns the nearest integer, of two the even one; the sign of zero is that of x. */
    public static FloatLanes round(FloatLanes x) {
        var magnitude = x.abs();
        var rounded = magnitude.add(ALL_INTEGERS).sub(ALL_INTEGERS);
        return magnitude.less(ALL_INTEGERS).select(rounded.withSignOf(x), x);
    }

    /** Returns the largest integer that is not above x. */
    public static FloatLanes floor(FloatLanes x) {
        var rounded = round(x);
        return rounded.greater(x).select(rounded.sub(1f), rounded);
    }

    /** Returns the smallest integer that is not below x. */
    public static FloatLanes ceil(FloatLanes x) {
        return floor(x.neg()).neg();
    }

    /** Returns 1 above zero, -1 below, and x itself if it is ±0 or NaN. */
    public static FloatLanes sign(FloatLanes x) {
        return x.greater(0f).select(1f, x.less(0f).select(-1f, x));
    }
}
