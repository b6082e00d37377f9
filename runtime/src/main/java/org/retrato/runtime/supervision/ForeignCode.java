package org.retrato.runtime.supervision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at failures of foreign code: where they began, and why. */
public final class ForeignCode {

    private static final List<String> OWN = List.of("java.", "jdk.", "org.retrato.api.", "org.retrato.runtime.");

    private ForeignCode() {}

    /** Returns the innermost line of foreign code. */
    public static Optional<StackTraceElement> line(StackTraceElement... trace) {
        return Stream.of(trace).filter(ForeignCode::isForeign).findFirst();
    }

    /** Returns the innermost cause of a failure, where the trouble began. */
    public static Throwable origin(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .reduce(failure, (outer, inner) -> inner);
    }

    /** Returns whether code of a class failed because it calls native code and may not. */
    public static boolean isDeniedNativeCode(Class<?> owner, Throwable failure) {
        var origin = origin(failure);
        return !owner.getModule().isNativeAccessEnabled()
                && (origin instanceof IllegalCallerException || origin instanceof UnsatisfiedLinkError);
    }

    private static boolean isForeign(StackTraceElement line) {
        var origin = line.getModuleName() == null ? line.getClassName() : line.getModuleName() + ".";
        return OWN.stream().noneMatch(origin::startsWith);
    }
}
