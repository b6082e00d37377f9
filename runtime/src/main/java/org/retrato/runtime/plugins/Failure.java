package org.retrato.runtime.plugins;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts into words what an exception from foreign code says. */
final class Failure {

    private static final String RUNTIME = "org.retrato.runtime";
    private static final int MOST_CAUSES = 1_000; // one that is its own cause has no end

    private Failure() {}

    /**
     * Returns the innermost exception, where the trouble began, and the line of foreign code that led to it; only the class of
     * the outer one if not even its own methods work.
     */
    static String describe(Throwable failure) {
        try {
            var innermost = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                    .limit(MOST_CAUSES)
                    .reduce(failure, (outer, inner) -> inner);
            return foreignLine(List.of(innermost.getStackTrace()))
                    .map(line -> innermost + " at " + line)
                    .orElseGet(innermost::toString);
        } catch (RuntimeException | Error _) {
            return failure.getClass().getName();
        }
    }

    /** Returns the innermost line of what the runtime has called; those that have called the runtime are not to blame. */
    private static Optional<StackTraceElement> foreignLine(List<StackTraceElement> lines) {
        var runtime = lines.size() - 1;
        while (runtime >= 0 && !isRuntime(lines.get(runtime))) {
            runtime--;
        }
        // what called itself without end fills the trace to the last line
        var called = runtime < 0 ? lines : lines.subList(0, runtime);
        return called.stream().filter(line -> !isRuntime(line) && !isJdk(line)).findFirst();
    }

    private static boolean isRuntime(StackTraceElement line) {
        var module = line.getModuleName();
        return module == null ? line.getClassName().startsWith(RUNTIME + ".") : module.equals(RUNTIME);
    }

    private static boolean isJdk(StackTraceElement line) {
        return line.getModuleName() != null && SharedLoader.isJdk(line.getModuleName());
    }
}
