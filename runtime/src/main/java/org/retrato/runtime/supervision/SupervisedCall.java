package org.retrato.runtime.supervision;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Is one call of foreign code: it runs on a supervised thread, and whoever waits for it looks after it. */
final class SupervisedCall<T> extends FutureTask<T> {

    /** Says of classes whose code was left behind why, while it runs. */
    private static final Map<Class<?>, RunawayException> LEFT = new ConcurrentHashMap<>();

    private final Limits limits = Limits.current();
    private @Nullable SupervisedThread thread;
    private @Nullable Watch watch;
    private @Nullable Class<?> culprit;

    SupervisedCall(Class<?> owner, Supplier<T> code) {
        super(() -> ((SupervisedThread) Thread.currentThread()).run(owner, code));
    }

    /** Throws if code of a class was left behind and is still running. */
    static void requireNoneLeft(Class<?> owner) {
        var why = LEFT.get(owner);
        if (why != null) {
            throw why.again();
        }
    }

    @Override
    public void run() {
        begin((SupervisedThread) Thread.currentThread());
        super.run();
        end();
    }

    private synchronized void begin(SupervisedThread current) {
        thread = current;
    }

    private synchronized void end() {
        if (culprit != null) {
            LEFT.remove(culprit);
            Thread.currentThread().setPriority(Thread.NORM_PRIORITY);
        }
        thread = null;
    }

    /** Waits for the end, or until the code goes too far; interrupting the caller does not shorten that. */
    T await() {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return get((long) (1e9 * limits.look()), TimeUnit.NANOSECONDS);
                } catch (TimeoutException _) {
                    look();
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw SupervisedCall.<RuntimeException>unchecked(Objects.requireNonNull(failure.getCause()));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void look() {
        if (thread == null) {
            return; // it has not begun, or has ended
        }
        if (watch == null) {
            watch = new Watch(thread, limits);
            return;
        }
        var deed = watch.look();
        var owner = thread.owner();
        if (deed.isPresent() && owner != null) { // otherwise it has ended meanwhile
            var why = RunawayException.of(owner, deed.get(), thread.getStackTrace());
            leave(thread, owner, why);
            throw why;
        }
    }

    private void leave(SupervisedThread running, Class<?> owner, RunawayException why) {
        if (owner.getClassLoader() != SupervisedCall.class.getClassLoader()) { // the application may call its own again
            LEFT.put(owner, why);
        }
        culprit = owner;
        running.setPriority(Thread.MIN_PRIORITY);
        running.interrupt(); // which ends what waits, if it does not mind
    }

    /** Throws anything that code without checked exceptions threw. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
