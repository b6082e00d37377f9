package org.retrato.runtime.compile;

import org.retrato.runtime.graph.Shape;

/** Shows an array in the memory of an {@link Execution} with the sizes of its axes, those of the batch included. */
final class View {

    private final Execution memory;
    private final int slot;
    private final Shape shape;
    private final int[] sizes;

    View(Execution memory, int slot, Shape shape) {
        this.memory = memory;
        this.slot = slot;
        this.shape = shape;
        this.sizes = new int[shape.rank()];
    }

    /** Returns this with the sizes for a number of rows. */
    View of(int rows) {
        for (var axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = shape.size(axis) == Shape.BATCH ? rows : shape.size(axis);
        }
        return this;
    }

    /** Returns the elements, in logical order from {@link #offset}. */
    float[] elements() {
        return memory.array(slot);
    }

    int offset() {
        return memory.offset(slot);
    }

    int rank() {
        return sizes.length;
    }

    int size(int axis) {
        return sizes[axis];
    }

    /** Returns the number of elements. */
    int count() {
        return count(0, sizes.length);
    }

    /** Returns the product of the sizes of some axes. */
    int count(int from, int to) {
        var product = 1;
        for (var axis = from; axis < to; axis++) {
            product *= sizes[axis];
        }
        return product;
    }
}
