package org.retrato.runtime.compile.loop;

/** Runs a compiled {@link Loop} over arrays. Kernels hold no state: threads may share one. */
@FunctionalInterface
public interface Kernel {

    /** Arrays need room for a multiple of this many floats: a last vector is processed whole. */
    int GRANULARITY = 16;

    /**
     * Processes {@code count} elements, rounded up to whole vectors: at most {@link #GRANULARITY} - 1 more are read and
     * written.
     *
     * <p>A written array may be one that is read if their offsets are the same; otherwise they must not overlap.
     *
     * @param arrays the arrays that the loop names by number
     * @param offsets where the first element is in each array
     * @param scalars the scalars that the loop names by number
     * @param count how many elements; nothing happens at 0 or below
     * @throws IndexOutOfBoundsException if an array is missing or has no room for the last vector
     */
    void run(float[][] arrays, int[] offsets, float[] scalars, int count);

    /** Returns the same kernel for one thread at a time: with memory of its own, so that runs need not allocate any. */
    default Kernel confined() {
        return this;
    }

    /** Returns how many loops run one after the other over each block of elements: 1 unless the formula is very long. */
    default int passes() {
        return 1;
    }
}
