package org.retrato.runtime.plugins;

import org.retrato.runtime.supervision.ForeignCode;

/** Puts into words what an exception from foreign code says. */
final class Failure {

    private Failure() {}

    /**
     * Returns the innermost exception, where the trouble began, and the line of foreign code that led to it; only the class of
     * the outer one if not even its own methods work.
     */
    static String describe(Throwable failure) {
        try {
            var origin = ForeignCode.origin(failure);
            return ForeignCode.line(origin.getStackTrace())
                    .map(line -> origin + " at " + line)
                    .orElseGet(origin::toString);
        } catch (RuntimeException | Error _) {
            return failure.getClass().getName();
        }
    }
}
