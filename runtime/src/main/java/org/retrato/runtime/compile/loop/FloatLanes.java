package org.retrato.runtime.compile.loop;

/**
 * A float for each element of a {@link Loop}.
 *
 * <p>Every operation is the IEEE 754 one on each lane by itself, rounded to nearest even, subnormals included: its bits
 * depend on the values of that lane alone, not on the width of the machine's vectors (the payload of a NaN excepted).
 */
public final class FloatLanes extends Lanes {

    private static final int SIGN_BIT = 0x80000000;

    FloatLanes(Loop loop, int index) {
        super(loop, index);
    }

    /** Returns this + other. */
    public FloatLanes add(FloatLanes other) {
        return floats(Operation.ADD, other);
    }

    /** Returns this + value. */
    public FloatLanes add(float value) {
        return add(loop().constant(value));
    }

    /** Returns this - other. */
    public FloatLanes sub(FloatLanes other) {
        return floats(Operation.SUB, other);
    }

    /** Returns this - value. */
    public FloatLanes sub(float value) {
        return sub(loop().constant(value));
    }

    /** Returns this × other. */
    public FloatLanes mul(FloatLanes other) {
        return floats(Operation.MUL, other);
    }

    /** Returns this × value. */
    public FloatLanes mul(float value) {
        return mul(loop().constant(value));
    }

    /** Returns this / other. */
    public FloatLanes div(FloatLanes other) {
        return floats(Operation.DIV, other);
    }

    /** Returns this × factor + addend, rounded once. */
    public FloatLanes fma(FloatLanes factor, FloatLanes addend) {
        return floats(Operation.FMA, factor, addend);
    }

    /** Returns this × factor + addend, rounded once. */
    public FloatLanes fma(float factor, FloatLanes addend) {
        return fma(loop().constant(factor), addend);
    }

    /** Returns this × factor + addend, rounded once. */
    public FloatLanes fma(FloatLanes factor, float addend) {
        return fma(factor, loop().constant(addend));
    }

    /** Returns this × factor + addend, rounded once. */
    public FloatLanes fma(float factor, float addend) {
        return fma(loop().constant(factor), loop().constant(addend));
    }

    /** Returns the smaller of the two; NaN if either is NaN; -0 is smaller than +0, as in {@link Math#min}. */
    public FloatLanes min(FloatLanes other) {
        return floats(Operation.MIN, other);
    }

    /** Returns the larger of the two; NaN if either is NaN; +0 is larger than -0, as in {@link Math#max}. */
    public FloatLanes max(FloatLanes other) {
        return floats(Operation.MAX, other);
    }

    /** Returns the correctly rounded square root; NaN below zero; -0 of -0. */
    public FloatLanes sqrt() {
        return floats(Operation.SQRT);
    }

    /** Returns the value with its sign cleared. */
    public FloatLanes abs() {
        return floats(Operation.ABS);
    }

    /** Returns the value with its sign flipped, that of a zero too. */
    public FloatLanes neg() {
        return floats(Operation.NEG);
    }

    /** Returns this, where its sign is not set, with the sign of another. */
    FloatLanes withSignOf(FloatLanes other) {
        return bits().or(other.bits().and(SIGN_BIT)).asFloat();
    }

    /** Returns the bits of each float as an int. */
    public IntLanes bits() {
        return ints(Operation.BITS);
    }

    /** Returns each float rounded towards zero; out of range the nearest int; of NaN 0, as a Java cast does. */
    public IntLanes toInt() {
        return ints(Operation.TO_INT);
    }

    /** Marks the lanes where this &lt; other; never where either is NaN. */
    public MaskLanes less(FloatLanes other) {
        return mask(Operation.LESS, other);
    }

    /** Marks the lanes where this &lt; value. */
    public MaskLanes less(float value) {
        return less(loop().constant(value));
    }

    /** Marks the lanes where this ≤ other; never where either is NaN. */
    public MaskLanes lessEqual(FloatLanes other) {
        return mask(Operation.LESS_EQUAL, other);
    }

    /** Marks the lanes where this ≤ value. */
    public MaskLanes lessEqual(float value) {
        return lessEqual(loop().constant(value));
    }

    /** Marks the lanes where this &gt; other; never where either is NaN. */
    public MaskLanes greater(FloatLanes other) {
        return other.less(this);
    }

    /** Marks the lanes where this &gt; value. */
    public MaskLanes greater(float value) {
        return greater(loop().constant(value));
    }

    /** Marks the lanes where this ≥ other; never where either is NaN. */
    public MaskLanes greaterEqual(FloatLanes other) {
        return other.lessEqual(this);
    }

    /** Marks the lanes where this ≥ value. */
    public MaskLanes greaterEqual(float value) {
        return greaterEqual(loop().constant(value));
    }

    /** Marks the lanes where both are the same number (-0 equals +0, NaN equals nothing). */
    public MaskLanes equal(FloatLanes other) {
        return mask(Operation.EQUAL, other);
    }

    /** Marks the lanes that hold the number. */
    public MaskLanes equal(float value) {
        return equal(loop().constant(value));
    }

    /**
     * Replaces the lanes that {@code rare} marks by {@code function} of this value, one at a time.
     *
     * <p>A vector without a marked lane pays for one test.
     */
    FloatLanes patch(FloatLanes fast, MaskLanes rare, ScalarFunction function) {
        return new FloatLanes(loop(), fast.append(Operation.PATCH, function.ordinal(), rare, this));
    }
}
