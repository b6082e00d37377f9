package org.retrato.runtime.plugins;

import java.nio.file.Path;

/** Signals that a candidate or a component is refused; {@link Refusals} turns it into an entry of the report. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final String remedy;

    RefusedException(Problem problem, String cause, String remedy) {
        super(cause, null, false, false);
        this.problem = problem;
        this.remedy = remedy;
    }

    Refusal of(Path path) {
        return new Refusal(problem, path, String.valueOf(getMessage()), remedy);
    }
}
