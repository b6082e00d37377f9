package org.retrato.distribution.auditing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Says what the files of a plugin are, whether or not it could be loaded.
 *
 * @param path a JAR, or a folder with a JAR and the libraries it brings along
 * @param name what it calls itself
 * @param jars the JARs that its classes come from, sorted by name
 */
public record PluginFiles(Path path, PluginName name, List<Path> jars) {

    /**
     * Returns what may be plugins in a folder of them, sorted by name.
     *
     * @throws UncheckedIOException if it cannot be listed
     */
    public static List<PluginFiles> in(Path folder) {
        return list(folder).stream()
                .filter(file ->
                        isJar(file) || Files.isDirectory(file) && !jars(file).isEmpty())
                .map(PluginFiles::at)
                .toList();
    }

    /**
     * Returns the plugin that a file or folder is.
     *
     * @throws UncheckedIOException if it cannot be listed
     */
    public static PluginFiles at(Path path) {
        var jars = Files.isRegularFile(path) ? List.of(path) : jars(path);
        return new PluginFiles(path, PluginName.of(path, jars), jars);
    }

    private static List<Path> jars(Path folder) {
        return list(folder).stream().filter(PluginFiles::isJar).toList();
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder " + folder + " cannot be listed", failure);
        }
    }

    private static boolean isJar(Path file) {
        return Files.isRegularFile(file)
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
