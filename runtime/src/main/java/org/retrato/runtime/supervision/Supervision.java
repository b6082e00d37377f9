package org.retrato.runtime.supervision;

import java.util.function.Supplier;

/** Runs code of plugins on threads that can be left behind, while the caller waits. */
public final class Supervision {

    private Supervision() {}

    /**
     * Runs code of a plugin and returns what it returns, or throws what it throws. On a thread that is supervised already, it
     * runs right there.
     *
     * @param owner the class whose code it is; its class loader becomes the context of the thread
     * @throws RunawayException if the code does not end, or takes too much memory
     */
    public static <T> T call(Class<?> owner, Supplier<T> code) {
        if (Thread.currentThread() instanceof SupervisedThread thread) {
            return thread.run(owner, code); // whoever waits for this thread looks after this, too
        }
        var call = new SupervisedCall<>(owner, code);
        SupervisedThread.execute(call);
        return call.await();
    }

    /**
     * Says early what would otherwise be told by each call.
     *
     * @throws IllegalArgumentException if the system property {@code retrato.patience} is not a number of seconds
     */
    public static void requireValidLimits() {
        Limits.current();
    }

    /**
     * Spares the caller the wait for code that did not end when it was called before.
     *
     * @throws RunawayException if code of the class was left behind, and is still running
     */
    public static void requireNoneLeft(Class<?> owner) {
        SupervisedCall.requireNoneLeft(owner);
    }
}
