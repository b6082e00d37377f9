package org.retrato.runtime.plugins;

import static java.util.stream.Collectors.joining;
import static org.retrato.runtime.plugins.Problem.AMBIGUOUS_FOLDER;
import static org.retrato.runtime.plugins.Problem.EMPTY_FOLDER;
import static org.retrato.runtime.plugins.Problem.UNREADABLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.pf4j.ManifestPluginDescriptorFinder;

/**
 * Lists what folders hold; hidden files, and files that are not called {@code .jar}, are nobody's plugins, and neither are
 * folders full of others, such as the classes beside the JAR that a build has just made.
 */
final class Folder {

    private Folder() {}

    /** Returns the real paths of folders that exist, each once. */
    static List<Path> existing(List<Path> folders) {
        return folders.stream().map(Folder::existing).distinct().toList();
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no plugin folder '%s' (%s); create it, or name another"
                    .formatted(folder, folder.toAbsolutePath().normalize()));
        }
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin folder '" + folder + "' cannot be read", e);
        }
    }

    /** Returns what may be a plugin in a folder of plugins, sorted by name: JARs, and folders of JARs. */
    static List<Path> candidates(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> !isHidden(file) && (isJar(file) || Files.isDirectory(file) && mayBePlugin(file)))
                    .sorted()
                    .toList();
        }
    }

    /** Returns whether a folder has JARs in it, a few levels deep, or nothing at all: so that who misplaced them is told. */
    private static boolean mayBePlugin(Path folder) {
        try (var files = Files.walk(folder, 3)) {
            var entries = files.skip(1).iterator();
            if (!entries.hasNext()) {
                return true;
            }
            while (entries.hasNext()) {
                if (isJar(entries.next())) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException _) {
            return true; // that it cannot be read is said where it is
        }
    }

    /** Returns the JARs of one candidate, sorted by name: itself, or those directly in its folder. */
    static List<Path> jars(Path candidate) {
        if (!Files.isDirectory(candidate)) {
            return List.of(candidate);
        }
        if (holdsItself(candidate)) {
            throw new RefusedException(UNREADABLE, "the folder is a link to one that it lies in", "remove the link");
        }
        try (var files = Files.list(candidate)) {
            return files.filter(file -> !isHidden(file) && isJar(file) && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new RefusedException(UNREADABLE, "the folder cannot be listed: " + e, "check its permissions");
        }
    }

    private static boolean holdsItself(Path folder) {
        try {
            return folder.resolveSibling("").toRealPath().startsWith(folder.toRealPath());
        } catch (IOException _) {
            return false; // that it cannot be read is said when it is listed
        }
    }

    /** Returns the JAR, of those of one candidate, that is the plugin itself. */
    static Jar main(Path candidate, List<Jar> jars) {
        if (jars.isEmpty()) {
            throw new RefusedException(
                    EMPTY_FOLDER,
                    "the folder holds no JAR",
                    "put the JARs of one plugin directly into it, or remove it");
        }
        Predicate<Jar> named = jar -> jar.attributes().containsKey(ManifestPluginDescriptorFinder.PLUGIN_ID);
        Predicate<Jar> declaring = jar -> !jar.components().isEmpty();
        var criterion = jars.stream().anyMatch(named) ? named : declaring;
        var possible = jars.size() == 1 ? jars : jars.stream().filter(criterion).toList();
        if (possible.size() != 1) {
            throw new RefusedException(
                    AMBIGUOUS_FOLDER,
                    "a folder is one plugin, but in '%s' %s could be it"
                            .formatted(
                                    candidate.getFileName(),
                                    possible.isEmpty()
                                            ? "no JAR"
                                            : possible.stream().map(Jar::name).collect(joining(" and "))),
                    "give exactly one of its JARs a 'Plugin-Id' in the manifest, and each plugin its own folder");
        }
        return possible.getFirst();
    }

    private static boolean isJar(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
