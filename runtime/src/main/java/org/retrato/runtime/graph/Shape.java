package org.retrato.runtime.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gives the size of a tensor along each of its axes; the batch axis has the symbolic size {@link #BATCH}.
 *
 * @param sizes one size an axis, each at least 1 or {@link #BATCH}
 */
public record Shape(List<Integer> sizes) {

    /** Stands for the number of rows of a batch, which is known only when the formula runs. */
    public static final int BATCH = -1;

    /** The shape of a single number. */
    public static final Shape SCALAR = new Shape(List.of());

    public Shape {
        sizes = List.copyOf(sizes);
        for (var size : sizes) {
            if (size < 1 && size != BATCH) {
                throw new IllegalArgumentException("a size must be at least 1, but is " + size);
            }
        }
    }

    /** Returns the shape with these sizes. */
    public static Shape of(int... sizes) {
        var list = new ArrayList<Integer>(sizes.length);
        for (var size : sizes) {
            list.add(size);
        }
        return new Shape(list);
    }

    /** Returns the number of axes. */
    public int rank() {
        return sizes.size();
    }

    /** Returns the size along an axis, counted from 0. */
    public int size(int axis) {
        return sizes.get(axis);
    }

    /** Returns whether one of the axes is the batch. */
    public boolean hasBatch() {
        return sizes.contains(BATCH);
    }

    /** Returns the number of elements when the batch has this many rows. */
    public int elements(int rows) {
        var elements = 1L;
        // formulas ask this in every run: an iterator would be garbage
        for (var axis = 0; axis < rank(); axis++) {
            elements *= size(axis) == BATCH ? rows : size(axis);
        }
        return Math.toIntExact(elements);
    }

    /** Returns an axis counted from 0, given one that may be counted from the last. */
    public int axis(String operation, int axis) {
        var counted = axis < 0 ? axis + rank() : axis;
        if (counted < 0 || counted >= rank()) {
            throw new IllegalArgumentException(operation + ": there is no axis " + axis + " in the shape " + this);
        }
        return counted;
    }

    /** Returns this shape without an axis. */
    public Shape without(int axis) {
        var remaining = new ArrayList<>(sizes);
        remaining.remove(axis);
        return new Shape(remaining);
    }

    /** Returns this shape with one more axis, which then is {@code axis}. */
    public Shape with(int axis, int size) {
        var more = new ArrayList<>(sizes);
        more.add(axis, size);
        return new Shape(more);
    }

    /** Returns this shape with another size along an axis. */
    public Shape resized(int axis, int size) {
        var changed = new ArrayList<>(sizes);
        changed.set(axis, size);
        return new Shape(changed);
    }

    /** Returns the shape to which two operands of an element-wise operation are broadcast. */
    public static Shape broadcast(String operation, Shape left, Shape right) {
        var rank = Math.max(left.rank(), right.rank());
        var sizes = new ArrayList<Integer>(rank);
        for (var axis = -rank; axis < 0; axis++) {
            var a = left.fromLast(axis);
            var b = right.fromLast(axis);
            if (a != b && a != 1 && b != 1) {
                throw new IllegalArgumentException(
                        operation + ": the shapes " + left + " and " + right + " do not fit");
            }
            sizes.add(a == 1 ? b : a);
        }
        return new Shape(sizes);
    }

    private int fromLast(int axis) {
        return axis + rank() < 0 ? 1 : size(axis + rank());
    }

    /** Returns the shape as {@code [batch, 3]}. */
    @Override
    public String toString() {
        return sizes.stream()
                .map(size -> size == BATCH ? "batch" : size.toString())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
