package org.retrato.distribution.watching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.retrato.runtime.data.DataException;

/** Holds copies of the JARs in folders of plugins until it is closed. */
public final class Copies implements AutoCloseable {

    private final List<Path> originals;
    private final Path place;

    private Copies(List<Path> originals, Path place) {
        this.originals = originals;
        this.place = place;
    }

    /**
     * Copies JARs; nothing if one of them is gone.
     *
     * @throws DataException if there is no room for them
     */
    static Optional<Copies> of(List<Path> originals, Collection<Path> jars) {
        var copies = new Copies(originals, place());
        try {
            for (var i = 0; i < originals.size(); i++) {
                Files.createDirectory(copies.folder(i));
            }
            for (var jar : jars) {
                var copy = copies.copyOf(jar);
                Files.createDirectories(copy.getParent());
                Files.copy(jar, copy);
            }
            return Optional.of(copies);
        } catch (IOException _) {
            copies.close();
            return Optional.empty();
        }
    }

    private static Path place() {
        try {
            return Files.createTempDirectory("retrato-plugins-").toRealPath();
        } catch (IOException failure) {
            throw new DataException("there is no place for copies of the plugins: " + failure, failure);
        }
    }

    /** Returns the folders of the copies, in the order of the original ones. */
    public List<Path> folders() {
        var folders = new ArrayList<Path>();
        for (var i = 0; i < originals.size(); i++) {
            folders.add(folder(i));
        }
        return folders;
    }

    private Path folder(int index) {
        return place.resolve(Integer.toString(index));
    }

    private Path copyOf(Path jar) {
        for (var i = 0; i < originals.size(); i++) {
            if (jar.startsWith(originals.get(i))) {
                return folder(i).resolve(originals.get(i).relativize(jar).toString());
            }
        }
        throw new IllegalArgumentException(jar + " is in none of " + originals);
    }

    /** Returns what a copy was made of, and any other path as it is. */
    public Path original(Path path) {
        for (var i = 0; i < originals.size(); i++) {
            if (path.startsWith(folder(i))) {
                return originals.get(i).resolve(folder(i).relativize(path).toString());
            }
        }
        return path;
    }

    /** Deletes the copies. */
    @Override
    public void close() {
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new DataException("cannot remove the copies in " + place + ": " + failure, failure);
        }
    }
}
