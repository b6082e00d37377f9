package org.retrato.runtime.benchmark;

/**
 * Is what came of timing a workload.
 *
 * @param workload what was timed
 * @param timing how long it took
 * @param limit the rate that this machine reaches at most, in the same unit
 */
public record Measurement(Workload workload, Timing timing, double limit) {

    /** Returns the unit of rates and the limit. */
    public String unit() {
        return workload.limit().unit();
    }

    /** Returns the median rate. */
    public double rate() {
        return workload.amount() / timing.median();
    }

    /** Returns the best rate. */
    public double best() {
        return workload.amount() / timing.best();
    }

    /** Returns the median rate in percent of the limit. */
    public double percent() {
        return 100 * rate() / limit;
    }

    /**
     * Returns whether the just-in-time compiler left kernels in a slow tier: then each vector is an object, and a run allocates
     * far more than the little that a step needs.
     */
    public boolean isSlow() {
        return timing.allocated() > workload.garbage();
    }
}
