package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.UNREADABLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Lists what folders hold; hidden files, and files that are not called {@code .jar}, are nobody's plugins, and neither are
 * folders full of others, such as the classes beside the JAR that a build has just made.
 */
final class Folder {

    private Folder() {}

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
        try (var files = Files.list(candidate)) {
            return files.filter(file -> !isHidden(file) && isJar(file) && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RefusedException(UNREADABLE, "the folder cannot be listed: " + e, "check its permissions");
        }
    }

    private static boolean isJar(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
