package org.retrato.distribution.installing;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.plugins.Candidate;
import org.retrato.runtime.plugins.Inspection;
import org.retrato.runtime.plugins.Policy;
import org.retrato.runtime.plugins.Refusal;

/**
 * Is what lies in the folder of plugins, read without loading a class of it.
 *
 * @param plugins what can be read, whether it would be accepted or not
 * @param refused what would not, and why
 * @param lock what should lie there, if the distribution has a lock
 */
record Installed(Home home, List<Candidate> plugins, List<Refusal> refused, Optional<Lock> lock) {

    static Installed of(Home home) {
        var inspection = inspect(home);
        var plugins = Stream.concat(
                        inspection.accepted().stream(),
                        inspection.refused().stream()
                                .map(Refusal::path)
                                .distinct()
                                .flatMap(path -> Inspection.ofOne(path).accepted().stream()))
                .toList();
        return new Installed(home, plugins, inspection.refused(), Lock.of(home));
    }

    /** Reads what the plugins of a distribution say about themselves. */
    static Inspection inspect(Home home) {
        try {
            return Files.isDirectory(home.plugins())
                    ? Inspection.of(List.of(home.plugins()), Settings.of(home).policy(home))
                    : new Inspection(List.of(), List.of());
        } catch (UncheckedIOException unreadable) {
            throw new InputException(unreadable.getMessage() + "; check its permissions", unreadable);
        }
    }

    /** Returns what plugins may do here. */
    Policy policy() {
        return Settings.of(home).policy(home);
    }

    /** Returns whether a plugin may be loaded: where only what the lock lists may, it has to be as the lock says. */
    boolean mayRun(Candidate plugin) {
        return !Settings.of(home).locked() || isListed(plugin);
    }

    /** Returns whether a plugin is as the lock says. */
    boolean isListed(Candidate plugin) {
        return lock.filter(known -> plugin.jars().stream()
                        .allMatch(jar -> jar.sha256().equals(known.sha256(path(plugin, jar.path())))))
                .isPresent();
    }

    /** Returns those with an id: one, unless files were put there by hand. */
    List<Candidate> all(String id) {
        return plugins.stream().filter(plugin -> plugin.id().equals(id)).toList();
    }

    /** Returns what cannot be read, of which nobody knows the id. */
    List<Path> unreadable() {
        return refused.stream()
                .map(Refusal::path)
                .filter(path ->
                        plugins.stream().noneMatch(plugin -> plugin.path().equals(path)))
                .distinct()
                .toList();
    }

    /** Returns the files or folders with an id, or that which is called so. */
    List<Path> named(String name) {
        var withId = all(name).stream().map(Candidate::path).toList();
        return withId.isEmpty()
                ? paths().filter(path -> name(path).equals(name)).toList()
                : withId;
    }

    /** Returns what can be named: ids, and the names of what cannot be read. */
    List<String> names() {
        return Stream.concat(
                        plugins.stream().map(Candidate::id),
                        unreadable().stream().map(Installed::name))
                .distinct()
                .toList();
    }

    private Stream<Path> paths() {
        return Stream.concat(plugins.stream().map(Candidate::path), unreadable().stream());
    }

    /** Returns what a plugin is called in its folder. */
    static String name(Path plugin) {
        return String.valueOf(plugin.getFileName());
    }

    /** Returns what the lock calls a plugin, or one of its JARs. */
    static String path(Candidate plugin, Path jar) {
        return plugin.path().equals(jar) ? path(jar) : path(plugin.path()) + "/" + name(jar);
    }

    /** Returns what the lock calls what lies in the folder of plugins. */
    static String path(Path plugin) {
        return "plugins/" + name(plugin);
    }

    /** Returns where a plugin was taken from; empty if nobody knows. */
    String source(Candidate plugin) {
        return lock.map(known -> known.source(path(plugin, plugin.main().path())))
                .orElse("");
    }
}
