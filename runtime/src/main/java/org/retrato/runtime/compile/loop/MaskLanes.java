package org.retrato.runtime.compile.loop;

/** A truth value for each element of a {@link Loop}. */
public final class MaskLanes extends Lanes {

    MaskLanes(Loop loop, int index) {
        super(loop, index);
    }

    /** Marks the lanes that both mark. */
    public MaskLanes and(MaskLanes other) {
        return mask(Operation.AND, other);
    }

    /** Marks the lanes that either marks. */
    public MaskLanes or(MaskLanes other) {
        return mask(Operation.OR, other);
    }

    /** Marks the lanes that this does not. */
    public MaskLanes not() {
        return mask(Operation.NOT);
    }

    /** Returns {@code yes} in the marked lanes and {@code no} in the others. */
    public FloatLanes select(FloatLanes yes, FloatLanes no) {
        return floats(Operation.SELECT, yes, no);
    }

    /** Returns {@code yes} in the marked lanes and {@code no} in the others. */
    public FloatLanes select(float yes, FloatLanes no) {
        return select(loop().constant(yes), no);
    }

    /** Returns {@code yes} in the marked lanes and {@code no} in the others. */
    public FloatLanes select(FloatLanes yes, float no) {
        return select(yes, loop().constant(no));
    }

    /** Returns {@code yes} in the marked lanes and {@code no} in the others. */
    public FloatLanes select(float yes, float no) {
        return select(loop().constant(yes), loop().constant(no));
    }

    /** Returns {@code yes} in the marked lanes and {@code no} in the others. */
    public IntLanes select(IntLanes yes, IntLanes no) {
        return ints(Operation.INT_SELECT, yes, no);
    }
}
