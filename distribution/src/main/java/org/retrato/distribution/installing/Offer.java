package org.retrato.distribution.installing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.plugins.Candidate;
import org.retrato.runtime.plugins.Jar;
import org.retrato.runtime.plugins.Sha256;

/**
 * Is a plugin that could be installed.
 *
 * @param parts its JAR, and the libraries that it brings along
 * @param asked whether the user named it; otherwise it comes along with one that needs it
 */
public record Offer(Candidate plugin, List<Part> parts, boolean asked) {

    /**
     * Is a JAR of it.
     *
     * @param source what the lock says of where it was taken from
     */
    public record Part(Path jar, String source) {}

    /** Keeps a copy of the parts. */
    public Offer {
        parts = List.copyOf(parts);
    }

    /** Returns the id of the plugin. */
    public String id() {
        return plugin.id();
    }

    String version() {
        return plugin.version();
    }

    /** Returns what it is called in a folder of plugins: a JAR, or a folder if it brings libraries along. */
    String name() {
        return id() + "-" + version() + (parts.size() == 1 ? ".jar" : "");
    }

    /** Returns its JARs by their paths in a folder of plugins. */
    SequencedMap<String, Part> files() {
        var files = new LinkedHashMap<String, Part>();
        for (var part : parts) {
            var path = parts.size() == 1 ? name() : name() + "/" + part.jar().getFileName();
            // two libraries of the same name, from two groups
            files.put(
                    files.containsKey(path)
                            ? name() + "/" + files.size() + "-" + part.jar().getFileName()
                            : path,
                    part);
        }
        return files;
    }

    /** Returns whether a plugin consists of the same bytes, whatever its files are called. */
    boolean isSame(Candidate installed) {
        return hashes().equals(installed.jars().stream().map(Jar::sha256).collect(Collectors.toSet()));
    }

    /** Returns the SHA-256 of its JARs. */
    Set<String> hashes() {
        return parts.stream().map(Part::jar).map(Offer::hash).collect(Collectors.toSet());
    }

    static String hash(Path jar) {
        try {
            return Sha256.of(jar);
        } catch (IOException unreadable) {
            throw new InputException(jar + " cannot be read: " + Disk.reason(unreadable), unreadable);
        }
    }

    /** Returns where its own JAR was taken from. */
    String source() {
        return parts.getFirst().source();
    }

    /** Returns where a JAR with a hash was taken from. */
    String source(String sha256) {
        return parts.stream()
                .filter(part -> hash(part.jar()).equals(sha256))
                .findFirst()
                .map(Part::source)
                .orElse("");
    }

    /** Returns the id and the version, as {@code brushes 1.2.0}. */
    @Override
    public String toString() {
        return id() + " " + version();
    }
}
