package org.retrato.runtime.compile.loop;

/** A 32-bit integer for each element of a {@link Loop}, with Java's wrap-around arithmetic. */
public final class IntLanes extends Lanes {

    IntLanes(Loop loop, int index) {
        super(loop, index);
    }

    /** Returns this + other. */
    public IntLanes add(IntLanes other) {
        return ints(Operation.INT_ADD, other);
    }

    /** Returns this + value. */
    public IntLanes add(int value) {
        return add(loop().integer(value));
    }

    /** Returns this - other. */
    public IntLanes sub(IntLanes other) {
        return ints(Operation.INT_SUB, other);
    }

    /** Returns this - value. */
    public IntLanes sub(int value) {
        return sub(loop().integer(value));
    }

    /** Returns the low 32 bits of this × other. */
    public IntLanes mul(IntLanes other) {
        return ints(Operation.INT_MUL, other);
    }

    /** Returns the bits set in both. */
    public IntLanes and(IntLanes other) {
        return ints(Operation.INT_AND, other);
    }

    /** Returns the bits set in both. */
    public IntLanes and(int value) {
        return and(loop().integer(value));
    }

    /** Returns the bits set in either. */
    public IntLanes or(IntLanes other) {
        return ints(Operation.INT_OR, other);
    }

    /** Returns the bits set in exactly one. */
    public IntLanes xor(IntLanes other) {
        return ints(Operation.INT_XOR, other);
    }

    /** Returns this &lt;&lt; distance, with a distance from 0 to 31. */
    public IntLanes shiftLeft(int distance) {
        return shift(Operation.SHIFT_LEFT, distance);
    }

    /** Returns this &gt;&gt; distance, with a distance from 0 to 31: the sign is kept. */
    public IntLanes shiftRight(int distance) {
        return shift(Operation.SHIFT_RIGHT, distance);
    }

    /** Returns this &gt;&gt;&gt; distance, with a distance from 0 to 31: zeros come in. */
    public IntLanes shiftRightUnsigned(int distance) {
        return shift(Operation.SHIFT_RIGHT_UNSIGNED, distance);
    }

    /** Returns the floats with these bits. */
    public FloatLanes asFloat() {
        return floats(Operation.FROM_BITS);
    }

    /** Returns the floats nearest to these integers. */
    public FloatLanes toFloat() {
        return floats(Operation.FROM_INT);
    }

    /** Marks the lanes where this &lt; other, both signed. */
    public MaskLanes less(IntLanes other) {
        return mask(Operation.INT_LESS, other);
    }

    /** Marks the lanes where both are the same. */
    public MaskLanes equal(IntLanes other) {
        return mask(Operation.INT_EQUAL, other);
    }

    private IntLanes shift(Operation operation, int distance) {
        if (distance < 0 || distance > 31) {
            throw new IllegalArgumentException(
                    "cannot " + operation + " by " + distance + "; use a distance from 0 to 31");
        }
        return new IntLanes(loop(), append(operation, distance));
    }
}
