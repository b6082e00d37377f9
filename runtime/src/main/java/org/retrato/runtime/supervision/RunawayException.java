package org.retrato.runtime.supervision;

import java.net.URI;
import java.security.CodeSource;
import java.util.Optional;

/** Says that code of a plugin went too far: what it did, and at which line it was. */
public final class RunawayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final String remedy;

    private RunawayException(String problem, String remedy) {
        super(problem + "; " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** Says what code of a class did, as {@code has not ended after 10 s of computing}, and where it is. */
    static RunawayException of(Class<?> owner, String deed, StackTraceElement... trace) {
        var place = ForeignCode.line(trace).map(line -> ", at " + line).orElse("");
        return new RunawayException(
                "it " + deed + place,
                "correct it, or leave " + jar(owner).orElse("its plugin")
                        + " out; what is slow but ends gets more seconds with the system property "
                        + Limits.PATIENCE);
    }

    /** Says the same of a later call. */
    RunawayException again() {
        return new RunawayException(problem, remedy);
    }

    private static Optional<String> jar(Class<?> owner) {
        return Optional.ofNullable(owner.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(location -> URI.create(location.toString()).getPath())
                .filter(path -> path.endsWith(".jar"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1));
    }

    /** Returns what the code did, and where it is. */
    public String problem() {
        return problem;
    }

    /** Returns what to do about it. */
    public String remedy() {
        return remedy;
    }
}
