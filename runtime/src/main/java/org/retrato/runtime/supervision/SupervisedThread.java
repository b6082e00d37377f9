package org.retrato.runtime.supervision;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs code of plugins, one call after the other, and knows whose it is. */
final class SupervisedThread extends Thread {

    // an executor would load half of java.util.concurrent, which a short command would wait for
    private static final Deque<SupervisedThread> IDLE = new ArrayDeque<>();

    private volatile @Nullable Runnable work;
    private volatile @Nullable Class<?> owner;

    private SupervisedThread() {
        super(null, null, "retrato-plugin-code", 0, false);
        setDaemon(true);
        setContextClassLoader(null); // not that of the application
    }

    /** Lets a thread work that has nothing to do, or a new one. */
    static void execute(Runnable work) {
        SupervisedThread thread;
        synchronized (IDLE) {
            thread = IDLE.pollLast();
        }
        if (thread == null) {
            thread = new SupervisedThread();
            thread.start();
        }
        thread.work = work;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (true) {
            var next = work;
            if (next == null) {
                LockSupport.park(this);
            } else {
                next.run();
                work = null;
                synchronized (IDLE) {
                    IDLE.addLast(this);
                }
            }
            Thread.interrupted(); // whatever interrupted that, the next work begins afresh
        }
    }

    /** Returns the class whose code runs, or null if none does. */
    @Nullable
    Class<?> owner() {
        return owner;
    }

    /** Runs code of a class on this thread, perhaps within other code. */
    <T> T run(Class<?> type, Supplier<T> code) {
        var outer = owner;
        var loader = getContextClassLoader();
        owner = type;
        setContextClassLoader(type.getClassLoader());
        try {
            return code.get();
        } catch (OutOfMemoryError exhausted) {
            throw RunawayException.of(type, "takes more memory than Java has", exhausted.getStackTrace());
        } finally {
            owner = outer;
            setContextClassLoader(loader);
        }
    }
}
