package org.retrato.runtime.supervision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at failures of foreign code: where they began, and why. */
public final class ForeignCode {

    private static final String RUNTIME = "org.retrato.runtime.";
    private static final List<String> OWN = List.of("java.", "jdk.", "org.retrato.api.", RUNTIME);

    private static final int MOST_CAUSES = 1_000; // one that is its own cause has no end

    private ForeignCode() {}

    /** Returns the innermost line of what the runtime has called; those that have called the runtime are not to blame. */
    public static Optional<StackTraceElement> line(StackTraceElement... trace) {
        var runtime = trace.length - 1;
        while (runtime >= 0 && !origin(trace[runtime]).startsWith(RUNTIME)) {
            runtime--;
        }
        // what called itself without end fills the trace to the last line
        return Stream.of(trace)
                .limit(runtime < 0 ? trace.length : runtime)
                .filter(line -> OWN.stream().noneMatch(origin(line)::startsWith))
                .findFirst();
    }

    /** Returns the innermost cause of a failure, where the trouble began. */
    public static Throwable origin(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .reduce(failure, (outer, inner) -> inner);
    }

    /** Returns whether code of a class failed because it calls native code and may not. */
    public static boolean isDeniedNativeCode(Class<?> owner, Throwable failure) {
        var origin = origin(failure);
        return !owner.getModule().isNativeAccessEnabled()
                && (origin instanceof IllegalCallerException || origin instanceof UnsatisfiedLinkError);
    }

    private static String origin(StackTraceElement line) {
        return line.getModuleName() == null ? line.getClassName() : line.getModuleName() + ".";
    }
}
