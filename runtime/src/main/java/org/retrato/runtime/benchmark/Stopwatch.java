package org.retrato.runtime.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Times a workload in slices, until for some of them nothing changed: it became no faster, next to nothing was compiled, and
 * no vectors were objects. Those slices count; after some seconds the last ones do.
 */
final class Stopwatch {

    private static final long SLICE = Duration.ofMillis(40).toNanos();
    private static final int SLICES = 11;
    private static final double GAIN = 0.97;
    private static final double COMPILING = 0.05;

    private static final long LONGEST = Duration.ofSeconds(6).toNanos();
    private static final long LONGEST_WAIT_FOR_COMPILER = Duration.ofSeconds(2).toNanos();

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final CompilationMXBean COMPILATION = ManagementFactory.getCompilationMXBean();

    private Stopwatch() {}

    /**
     * Some runs, one after the other.
     *
     * @param time the nanoseconds of a run
     * @param allocated the bytes that a run allocated
     * @param compiling how much of the time one just-in-time compiler would have worked
     */
    record Slice(double time, double allocated, double compiling) {}

    /** Times a workload; it takes half a second if nothing changes, and at least one run. */
    static Timing time(Workload workload) {
        var start = System.nanoTime();
        var slices = new ArrayList<Slice>();
        long elapsed;
        do {
            slices.add(slice(workload.run()));
            elapsed = System.nanoTime() - start;
        } while (elapsed < LONGEST
                && !(isSettled(last(slices))
                        && (elapsed > LONGEST_WAIT_FOR_COMPILER || allocated(last(slices)) <= workload.garbage())));
        var counting = last(slices);
        return new Timing(counting.stream().map(Slice::time).toList(), allocated(counting));
    }

    private static List<Slice> last(List<Slice> slices) {
        return slices.subList(Math.max(0, slices.size() - SLICES), slices.size());
    }

    /** Returns whether nothing was compiled in enough slices, and the later of them are not faster than the earlier. */
    static boolean isSettled(List<Slice> slices) {
        var half = slices.size() / 2;
        return slices.size() == SLICES
                && slices.stream().mapToDouble(Slice::compiling).average().orElseThrow() < COMPILING
                && best(slices.subList(half, SLICES)) > GAIN * best(slices.subList(0, half));
    }

    private static double best(List<Slice> slices) {
        return slices.stream().mapToDouble(Slice::time).min().orElseThrow();
    }

    private static double allocated(List<Slice> slices) {
        return slices.stream().mapToDouble(Slice::allocated).average().orElseThrow();
    }

    private static Slice slice(Runnable workload) {
        var compilation = compilation();
        var allocated = THREADS.getTotalThreadAllocatedBytes();
        var start = System.nanoTime();
        var runs = 0;
        var elapsed = 0L;
        while (elapsed < SLICE) {
            workload.run();
            runs++;
            elapsed = System.nanoTime() - start;
        }
        return new Slice(
                (double) elapsed / runs,
                (double) (THREADS.getTotalThreadAllocatedBytes() - allocated) / runs,
                (compilation() - compilation) / (double) elapsed);
    }

    /** Returns the nanoseconds that the just-in-time compilers have taken. */
    private static long compilation() {
        return COMPILATION == null
                ? 0
                : Duration.ofMillis(COMPILATION.getTotalCompilationTime()).toNanos();
    }
}
