package org.retrato.distribution.installing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.plugins.Inspection;
import org.retrato.runtime.plugins.Plugins;
import org.retrato.runtime.plugins.Policy;

/** Lays plugins out in a folder as they would lie together, by links, to see what would come of it. */
final class Rehearsal implements AutoCloseable {

    private final Path folder;

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    static Rehearsal of(Collection<Path> plugins) {
        try {
            var rehearsal = new Rehearsal(
                    Files.createTempDirectory("retrato-rehearsal-").toRealPath());
            plugins.forEach(plugin -> rehearsal.add(plugin, plugin.getFileName().toString()));
            return rehearsal;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static InputException failed(IOException failure) {
        return new InputException(
                "there is no place for temporary files in " + System.getProperty("java.io.tmpdir") + ": "
                        + Disk.reason(failure)
                        + "; make some, or choose another folder with RETRATO_JAVA_OPTIONS=-Djava.io.tmpdir=DIR",
                failure);
    }

    /** Lays out a plugin that is not put together yet. */
    void add(Offer offer) {
        offer.files().forEach((path, part) -> add(part.jar(), path));
    }

    private void add(Path file, String path) {
        try {
            var link = folder.resolve(path);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, file.toAbsolutePath());
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    Path folder() {
        return folder;
    }

    /** Reads what the plugins say, without loading a class. */
    Inspection inspect(Policy policy) {
        return Inspection.of(List.of(folder), policy);
    }

    /** Loads the plugins. */
    Plugins load(Policy policy) {
        return Plugins.open(List.of(folder), policy);
    }

    @Override
    public void close() {
        try {
            new Disk().delete(folder);
        } catch (IOException _) {
            folder.toFile().deleteOnExit(); // a system that keeps the files of loaded classes
        }
    }
}
