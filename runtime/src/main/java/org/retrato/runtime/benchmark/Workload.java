package org.retrato.runtime.benchmark;

/**
 * Is a piece of work that can be timed again and again.
 *
 * @param amount how much one run does, in what the limit counts: floating-point operations or bytes
 * @param limit what the machine cannot exceed
 * @param run does the work once
 */
public record Workload(double amount, Limit limit, Runnable run) {

    private static final long GARBAGE = 1 << 16;
    private static final double GARBAGE_PER_AMOUNT = 0.01;

    /** Returns how many bytes a run may allocate before its vectors must be among them. */
    double garbage() {
        return Math.max(GARBAGE, GARBAGE_PER_AMOUNT * amount);
    }
}
