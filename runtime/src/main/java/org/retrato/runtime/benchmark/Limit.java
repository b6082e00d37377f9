package org.retrato.runtime.benchmark;

/** Names what the machine cannot exceed; how much that is, is measured. */
public sealed interface Limit {

    /** Returns the unit of the rate: work per nanosecond. */
    String unit();

    /**
     * Fused multiply-adds of floats, in registers; each counts as two operations.
     *
     * @param threads how many threads compute at the same time
     */
    record Arithmetic(int threads) implements Limit {
        @Override
        public String unit() {
            return "GFLOP/s";
        }
    }

    /**
     * The bytes that all threads move together between arrays, far larger than the caches, and registers.
     *
     * @param read how many arrays are only read
     * @param updated how many are read and overwritten
     * @param written how many are only written
     * @param elements the floats of each array
     */
    record Memory(int read, int updated, int written, int elements) implements Limit {
        @Override
        public String unit() {
            return "GB/s";
        }

        /** Returns how many bytes are moved when each element is visited once. */
        double bytes() {
            return 4.0 * (read + 2 * updated + written) * elements;
        }
    }
}
