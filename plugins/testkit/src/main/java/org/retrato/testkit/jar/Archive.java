package org.retrato.testkit.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.retrato.runtime.plugins.Plugin;
import org.retrato.runtime.plugins.Plugins;
import org.retrato.runtime.plugins.Policy;
import org.retrato.runtime.plugins.Refusal;

/**
 * Is a finished plugin, copied to a folder of its own so that nothing else there counts.
 *
 * @param folder the folder of plugins with the copy
 * @param copy the JAR, or the folder of JARs
 * @param others folders of the plugins that it may depend on
 * @param policy what plugins may do
 */
public record Archive(Path folder, Path copy, List<Path> others, Policy policy) implements AutoCloseable {

    /** Copies a JAR, or a folder of JARs. */
    public static Archive of(Path plugin, List<Path> others, Policy policy) {
        try {
            // the real path, as that is what the reports name
            var folder = Files.createTempDirectory("retrato-check").toRealPath();
            var name = plugin.toAbsolutePath().normalize().getFileName();
            var archive = new Archive(folder, folder.resolve(name), List.copyOf(others), policy);
            try {
                archive.fill(plugin);
                return archive;
            } catch (IOException unreadable) {
                archive.close();
                throw unreadable;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(plugin + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private void fill(Path plugin) throws IOException {
        Files.copy(plugin, copy);
        if (Files.isDirectory(plugin)) {
            try (var files = Files.list(plugin)) {
                for (var file : files.filter(Archive::isJar).toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
    }

    /** Loads the plugin and the others; its own folder comes first, so that it wins where another has its id. */
    public Plugins open() {
        return Plugins.open(Stream.concat(Stream.of(folder), others.stream()).toList(), policy);
    }

    /** Returns the plugin, if it was accepted. */
    public Optional<Plugin> in(Plugins plugins) {
        return plugins.plugins().stream()
                .filter(plugin -> plugin.path().equals(copy))
                .findFirst();
    }

    /** Returns why the plugin, or components of it, were refused. */
    List<Refusal> refusals(Plugins plugins) {
        return plugins.report().refused().stream()
                .filter(refusal -> refusal.path().equals(copy))
                .toList();
    }

    /** Returns the JARs of the plugin. */
    List<Path> jars() {
        if (!Files.isDirectory(copy)) {
            return List.of(copy);
        }
        try (var files = Files.list(copy)) {
            return files.filter(Archive::isJar).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isJar(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(file);
    }

    /** Deletes the copy; a system that keeps files of unloaded classes locked deletes it later. */
    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList().reversed()) {
                file.toFile().delete();
            }
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
