package org.retrato.runtime.plugins;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Signals that a candidate or a component is refused; {@link Refusals} turns it into an entry of the report. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}]+");
    private static final int LONGEST = 2_000;

    private final Problem problem;
    private final String remedy;

    RefusedException(Problem problem, String cause, String remedy) {
        super(cause, null, false, false);
        this.problem = problem;
        this.remedy = remedy;
    }

    Refusal of(Path path) {
        return new Refusal(problem, path, line(String.valueOf(getMessage())), remedy);
    }

    /** Returns what may quote a file, or code, that nobody trusts as one line that can do a terminal no harm. */
    private static String line(String text) {
        var line = UNPRINTABLE.matcher(text).replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
