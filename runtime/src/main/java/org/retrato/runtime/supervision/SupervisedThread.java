package org.retrato.runtime.supervision;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs code of plugins, and knows whose. */
final class SupervisedThread extends Thread {

    private volatile @Nullable Class<?> owner;

    SupervisedThread(Runnable work) {
        super(null, work, "retrato-plugin-code", 0, false);
        setDaemon(true);
        setContextClassLoader(null); // not that of the application
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
