package org.retrato.runtime.plugins;

import java.util.stream.Stream;

/** Puts into words what an exception from foreign code says. */
final class Failure {

    private Failure() {}

    /** Returns the innermost exception, where the trouble began, and the line of foreign code that led to it. */
    static String describe(Throwable failure) {
        var innermost = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .reduce(failure, (outer, inner) -> inner);
        return Stream.of(innermost.getStackTrace())
                .filter(Failure::isForeign)
                .findFirst()
                .map(line -> innermost + " at " + line)
                .orElseGet(innermost::toString);
    }

    private static boolean isForeign(StackTraceElement line) {
        var module = line.getModuleName();
        return module == null
                ? !line.getClassName().startsWith("org.retrato.runtime.")
                : !module.equals("org.retrato.runtime") && !SharedLoader.isJdk(module);
    }
}
