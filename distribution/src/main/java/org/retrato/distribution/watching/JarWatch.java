package org.retrato.distribution.watching;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees whether the JARs in folders are other ones than those copied last, and no longer being written. It looks when it is asked
 * to, since no way of being told works on every system and outlives the folder, which a clean build deletes.
 */
public final class JarWatch {

    private static final int FOLDERS_OF_JARS = 2;

    private final List<Path> folders;
    private Map<Path, Stamp> seen = Map.of();
    private Map<Path, Stamp> copied = Map.of();

    /** Tells two states of a file from each other without reading it. */
    private record Stamp(
            long size, FileTime modified, @Nullable Object key) {}

    /** Prepares to watch folders, which need not be there yet. */
    public JarWatch(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * Looks into the folders. Returns whether there are JARs in them that are not the ones copied last, and that are the same as
     * at the last look: give a writer time to go on between two looks.
     */
    public boolean look() {
        var before = seen;
        seen = stamps();
        return !seen.isEmpty() && seen.equals(before) && !seen.equals(copied);
    }

    /** Copies what was seen at the last look; nothing if it is no longer the same. */
    public Optional<Copies> copy() {
        var copies = Copies.of(folders, seen.keySet());
        if (copies.isPresent() && !stamps().equals(seen)) {
            copies.get().close();
            return Optional.empty();
        }
        copies.ifPresent(_ -> copied = seen);
        return copies;
    }

    private Map<Path, Stamp> stamps() {
        var stamps = new TreeMap<Path, Stamp>();
        for (var folder : folders) {
            try (var files = Files.find(folder, FOLDERS_OF_JARS, JarWatch::isJar, FOLLOW_LINKS)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    var now = Files.readAttributes(file, BasicFileAttributes.class);
                    stamps.put(file, new Stamp(now.size(), now.lastModifiedTime(), now.fileKey()));
                }
            } catch (IOException | UncheckedIOException _) {
                // a folder or a file that is just being replaced: the next look will tell
            }
        }
        return stamps;
    }

    private static boolean isJar(Path file, BasicFileAttributes attributes) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return attributes.isRegularFile() && name.endsWith(".jar") && !name.startsWith(".");
    }
}
