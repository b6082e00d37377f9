package org.retrato.distribution.artifacts;

import java.nio.file.Path;

/**
 * Is a file that was taken from a repository.
 *
 * @param coordinate what Maven calls it, {@code group:artifact[:extension[:classifier]]:version}
 * @param file where it is in the local repository
 */
public record Artifact(String coordinate, Path file) {}
