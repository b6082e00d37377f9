package org.retrato.runtime.plugins;

import java.nio.file.Path;

/**
 * Says why a candidate, or one component of an accepted plugin, cannot be used, and what to do about it.
 *
 * @param problem the kind of problem; its {@link Problem#code()} is stable
 * @param path the JAR or folder it is about
 * @param cause what is wrong, and where
 * @param remedy what to do
 */
public record Refusal(Problem problem, Path path, String cause, String remedy) {

    /** Returns the refusal as one line: {@code plugins/huber.jar [damaged-jar]: cause; remedy}. */
    @Override
    public String toString() {
        return "%s [%s]: %s; %s".formatted(path, problem.code(), cause, remedy);
    }
}
