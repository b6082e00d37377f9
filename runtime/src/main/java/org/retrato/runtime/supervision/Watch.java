package org.retrato.runtime.supervision;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
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
    private double waited;

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
        // a thread that gets no processor does not wait; and a process that was stopped for a while has not looked
        if (thread.getState() != Thread.State.RUNNABLE || computed == before) {
            waited += limits.look();
        }
        if (taken > limits.bytes()) {
            return Optional.of("has taken " + taken / MEBIBYTE + " MiB of memory and not ended");
        }
        if (computed > 1e9 * limits.computing()) {
            return Optional.of("has not ended after %s s of computing".formatted(number(limits.computing())));
        }
        return waited > limits.waiting()
                ? Optional.of("has not ended after %s s of waiting".formatted(number(limits.waiting())))
                : Optional.empty();
    }

    private static String number(double seconds) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(seconds);
    }
}
