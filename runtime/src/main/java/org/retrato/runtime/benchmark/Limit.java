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
}
