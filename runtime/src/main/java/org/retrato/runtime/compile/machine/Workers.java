package org.retrato.runtime.compile.machine;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Shares numbered tasks among a fixed number of threads, of which the caller is one.
 *
 * <p>Made for many short runs: a worker that has nothing to do spins for some ten microseconds before it parks, and a run
 * allocates nothing. Which thread does which task is left to chance, so results must not depend on it.
 *
 * <pre>
 *   run: publish task ─► unclaimed = n ─► everybody: claim one, do it, unfinished−− ─► unfinished = 0: return
 * </pre>
 */
public final class Workers implements AutoCloseable {
    private static final int SPINS = 1_000;

    private final Thread[] threads;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicInteger unclaimed = new AtomicInteger();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean closed;

    // Written before unclaimed is, and read after a task was claimed, which keeps the run from ending.
    private @Nullable Task task;
    private @Nullable Thread caller;
    private int tasks;

    /** Does one of the numbered tasks of a run. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does task {@code index}.
         *
         * @param index the number of the task, from 0
         * @param worker the number of the thread, from 0 (the caller of the run) to {@link #threads()} - 1: the index of
         *     buffers that a task may use alone
         */
        void run(int index, int worker);
    }

    /**
     * Starts the threads.
     *
     * @param threads how many threads do tasks, with the caller; at least 1
     */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is %d; it must be at least 1".formatted(threads));
        }
        this.threads = new Thread[threads - 1];
        for (int index = 0; index < this.threads.length; index++) {
            int worker = index + 1;
            this.threads[index] = Thread.ofPlatform()
                    .daemon()
                    .name("retrato-worker-" + worker)
                    .unstarted(() -> work(worker));
        }
        for (var thread : this.threads) {
            thread.start();
        }
    }

    /** Returns the number of threads, with the caller. */
    public int threads() {
        return threads.length + 1;
    }

    /**
     * Does the tasks 0 to {@code tasks - 1} and returns when all are done. An interrupt does not end a run early; it is
     * still set afterwards.
     *
     * @throws IllegalStateException if another run has not ended yet, or the workers are closed
     * @throws RuntimeException or an {@link Error}: the first that a task threw; tasks not begun by then are left out
     */
    public void run(int tasks, Task task) {
        if (tasks < 0) {
            throw new IllegalArgumentException("tasks is %d; it must not be negative".formatted(tasks));
        }
        if (closed) {
            throw new IllegalStateException("the workers are closed");
        }
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("the workers are busy with another run; a task must not start one");
        }
        try {
            publish(tasks, task);
            doTasks(0);
            awaitOthers();
            rethrow(failure.getAndSet(null));
        } finally {
            this.task = null;
            running.set(false);
        }
    }

    /** Ends the threads, once the tasks that they do are done. */
    @Override
    public void close() {
        closed = true;
        for (var thread : threads) {
            LockSupport.unpark(thread);
        }
    }

    private void publish(int tasks, Task task) {
        this.tasks = tasks;
        this.task = task;
        caller = Thread.currentThread();
        unfinished.set(tasks);
        unclaimed.set(tasks);
        for (int index = 0; index < Math.min(threads.length, tasks - 1); index++) {
            LockSupport.unpark(threads[index]);
        }
    }

    private void work(int worker) {
        for (int pauses = 0; !closed; pauses++) {
            if (unclaimed.get() > 0) {
                doTasks(worker);
                pauses = 0;
            } else {
                pause(pauses);
            }
        }
    }

    private void doTasks(int worker) {
        for (int left = unclaimed.get(); left > 0; left = unclaimed.get()) {
            if (unclaimed.compareAndSet(left, left - 1)) {
                doTask(tasks - left, worker);
            }
        }
    }

    private void doTask(int index, int worker) {
        var waiting = caller;
        try {
            if (failure.get() == null) {
                requireNonNull(task).run(index, worker);
            }
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
        }
        if (unfinished.decrementAndGet() == 0 && worker != 0) {
            LockSupport.unpark(waiting);
        }
    }

    private void awaitOthers() {
        boolean interrupted = false;
        for (int pauses = 0; unfinished.get() > 0; pauses++) {
            interrupted |= pause(pauses);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Spins the first times, then parks; returns whether an interrupt, which is cleared, ended the parking. */
    private static boolean pause(int pauses) {
        if (pauses < SPINS) {
            Thread.onSpinWait();
            return false;
        }
        LockSupport.park();
        return Thread.interrupted();
    }

    private static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> {}
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new UndeclaredThrowableException(failure);
        }
    }
}
