package org.retrato.runtime.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * Is how long a run takes, and what it allocates.
 *
 * @param slices the nanoseconds of a run, on average over each of several slices of time
 * @param allocated the bytes that a run allocates on the Java heap, by all threads, on average
 */
public record Timing(List<Double> slices, double allocated) {

    public Timing {
        slices = List.copyOf(slices);
    }

    /** Returns the median of the slices in nanoseconds. */
    public double median() {
        var sorted = slices.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the shortest of the slices in nanoseconds. */
    public double best() {
        return slices.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
