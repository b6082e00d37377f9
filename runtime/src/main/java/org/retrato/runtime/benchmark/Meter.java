package org.retrato.runtime.benchmark;

import java.util.HashMap;
import java.util.Map;

/** Measures workloads, and once each of the limits that they are compared with. */
public final class Meter {

    private final Workloads workloads;
    private final Map<Limit, Measurement> limits = new HashMap<>();

    /** Measures on the threads of these workloads. */
    public Meter(Workloads workloads) {
        this.workloads = workloads;
    }

    /** Measures a workload, and its limit first if that has not been measured yet. */
    public Measurement measure(Workload workload) {
        var limit = measure(workload.limit());
        return new Measurement(workload, Stopwatch.time(workload), limit.rate());
    }

    /** Measures a limit, once. */
    public Measurement measure(Limit limit) {
        return limits.computeIfAbsent(limit, _ -> {
            var workload = workloads.limit(limit);
            var timing = Stopwatch.time(workload);
            return new Measurement(workload, timing, workload.amount() / timing.median());
        });
    }
}
