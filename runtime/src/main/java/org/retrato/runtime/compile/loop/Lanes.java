package org.retrato.runtime.compile.loop;

import java.util.ArrayList;
import java.util.List;

/** A value of a {@link Loop}: one number, or one truth, for each element that the loop visits. */
public abstract sealed class Lanes permits FloatLanes, IntLanes, MaskLanes {

    private final Loop loop;
    private final int index;

    Lanes(Loop loop, int index) {
        this.loop = loop;
        this.index = index;
    }

    /** Returns the loop that this value is part of. */
    public final Loop loop() {
        return loop;
    }

    final int index() {
        return index;
    }

    final FloatLanes floats(Operation operation, Lanes... others) {
        return new FloatLanes(loop, append(operation, 0, others));
    }

    final IntLanes ints(Operation operation, Lanes... others) {
        return new IntLanes(loop, append(operation, 0, others));
    }

    final MaskLanes mask(Operation operation, Lanes... others) {
        return new MaskLanes(loop, append(operation, 0, others));
    }

    /** Appends an operation on this value and the others, in that order, and returns its position. */
    final int append(Operation operation, int immediate, Lanes... others) {
        List<Integer> operands = new ArrayList<>();
        operands.add(index);
        for (var other : others) {
            operands.add(loop.position(other));
        }
        return loop.append(operation, operands, immediate);
    }

    /** Two values are equal when they are the same value of the same loop: common subexpressions are. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof Lanes lanes && lanes.loop == loop && lanes.index == index;
    }

    @Override
    public final int hashCode() {
        return Integer.hashCode(index);
    }

    @Override
    public final String toString() {
        return "v" + index;
    }
}
