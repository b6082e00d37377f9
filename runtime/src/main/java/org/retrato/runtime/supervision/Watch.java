package org.retrato.runtime.supervision;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Looks now and then how far a thread has gone since the first look, which is soon after its code began. */
final class Watch {

    private static final long MEBIBYTE = 1 << 20;

    private final Thread thread;
    private final Limits limits;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long start;
    private final long takenBefore;
    private long computed;
    private Duration waited = Duration.ZERO;

    Watch(Thread thread, Limits limits) {
        this.thread = thread;
        this.limits = limits;
        start = threads.getThreadCpuTime(thread.threadId());
        takenBefore = threads.getThreadAllocatedBytes(thread.threadId());
    }

    /** Returns what the thread did, if it went too far. */
    Optional<String> look() {
        var before = computed;
        computed = threads.getThreadCpuTime(thread.threadId()) - start;
        var taken = threads.getThreadAllocatedBytes(thread.threadId()) - takenBefore;
        // a thread that gets no processor does not wait; and by the number of looks, as a process may be stopped for a
        // while
        if (thread.getState() != Thread.State.RUNNABLE || computed == before) {
            waited = waited.plus(limits.look());
        }
        if (taken > limits.bytes()) {
            return Optional.of("has taken " + taken / MEBIBYTE + " MiB of memory and not ended");
        }
        if (computed > limits.computing().toNanos()) {
            return Optional.of("has not ended after " + seconds(limits.computing()) + " s of computing");
        }
        return waited.compareTo(limits.waiting()) > 0
                ? Optional.of("has not ended after " + seconds(limits.waiting()) + " s of waiting")
                : Optional.empty();
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
