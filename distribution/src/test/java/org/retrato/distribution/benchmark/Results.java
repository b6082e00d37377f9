package org.retrato.distribution.benchmark;

import java.util.List;
import org.retrato.runtime.benchmark.Limit;
import org.retrato.runtime.benchmark.Measurement;
import org.retrato.runtime.benchmark.Timing;
import org.retrato.runtime.benchmark.Workload;

/** Makes results for tests. */
final class Results {

    private Results() {}

    /** Returns a limit, measured with so many threads at so many GFLOP/s. */
    static Result limit(int threads, double rate) {
        return of("peak-" + threads, Group.LIMITS, threads, rate, 0);
    }

    /** Returns a training step at 100 GFLOP/s in the face of a limit of 400. */
    static Result step(String name, double allocated) {
        return of(name, Group.STEPS, 2, 100, allocated);
    }

    private static Result of(String name, Group group, int threads, double rate, double allocated) {
        var workload = new Workload(rate * 2e6, new Limit.Arithmetic(threads), () -> {});
        var measurement = new Measurement(workload, new Timing(List.of(1e6, 2e6, 4e6), allocated), 400);
        return new Result(new Row(name, group, "of tests", _ -> measurement), measurement);
    }
}
