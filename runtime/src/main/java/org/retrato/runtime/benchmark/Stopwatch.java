package org.retrato.runtime.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;

/** Runs a workload until its times stop improving, and then times it in slices. */
final class Stopwatch {

    private static final long WARM_UP_SLICE = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_WARM_UP = Duration.ofSeconds(3).toNanos();
    private static final int SLICES_WITHOUT_GAIN = 3;
    private static final double GAIN = 0.97;

    private static final long SLICE = Duration.ofMillis(40).toNanos();
    private static final int SLICES = 11;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Workload workload;
    private double allocated;

    private Stopwatch(Workload workload) {
        this.workload = workload;
    }

    /** Times a workload; it takes a second, or some runs if they take longer. */
    static Timing time(Workload workload) {
        var stopwatch = new Stopwatch(workload);
        stopwatch.warmUp();
        var slices = new ArrayList<Double>();
        var garbage = 0.0;
        for (var slice = 0; slice < SLICES; slice++) {
            slices.add(stopwatch.slice(SLICE));
            garbage += stopwatch.allocated / SLICES;
        }
        return new Timing(slices, garbage);
    }

    private void warmUp() {
        var start = System.nanoTime();
        var best = slice(WARM_UP_SLICE);
        var withoutGain = 0;
        while (System.nanoTime() - start < LONGEST_WARM_UP
                && (withoutGain < SLICES_WITHOUT_GAIN || allocated > workload.garbage())) {
            var time = slice(WARM_UP_SLICE);
            withoutGain = time < best * GAIN ? 0 : withoutGain + 1;
            best = Math.min(best, time);
        }
    }

    /** Runs for some time, at least once, and returns the nanoseconds of a run. */
    private double slice(long duration) {
        var before = THREADS.getTotalThreadAllocatedBytes();
        var start = System.nanoTime();
        var runs = 0;
        var elapsed = 0L;
        while (elapsed < duration) {
            workload.run().run();
            runs++;
            elapsed = System.nanoTime() - start;
        }
        allocated = (double) (THREADS.getTotalThreadAllocatedBytes() - before) / runs;
        return (double) elapsed / runs;
    }
}
