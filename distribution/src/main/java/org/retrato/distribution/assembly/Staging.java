package org.retrato.distribution.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.data.DataException;

/**
 * Is a hidden folder beside the archives, in which a distribution is put together; whatever becomes of the program, it is
 * deleted: at the latest when somebody assembles there again.
 *
 * @param folder the hidden folder
 * @param home the distribution in it
 */
record Staging(Path folder, Home home) implements AutoCloseable {

    private static final String PREFIX = ".assemble-";

    /** What Maven notes in a repository, with the time. */
    private static final Set<String> NOTES = Set.of("_remote.repositories", "maven-metadata-local.xml");

    /** Makes the folder. */
    static Staging in(Path output, String name) {
        try {
            Files.createDirectories(output);
            clean(output);
            var folder = output.resolve(PREFIX + ProcessHandle.current().pid());
            var home = Files.createDirectories(folder.resolve(name));
            return new Staging(folder.toRealPath(), new Home(home.toRealPath()));
        } catch (IOException unwritable) {
            throw new InputException(
                    "cannot write into " + output.toAbsolutePath().normalize() + " (" + unwritable
                            + "); name another folder with --output",
                    unwritable);
        }
    }

    private static void clean(Path output) throws IOException {
        try (var files = Files.newDirectoryStream(output, PREFIX + "*")) {
            for (var file : files) {
                var process = file.getFileName().toString().substring(PREFIX.length());
                if (process.matches("\\d{1,9}")
                        && ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
                    delete(file);
                }
            }
        }
    }

    /** Copies a file, or a folder with all that is in it but hidden files and notes of Maven. */
    void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var relative = from.relativize(file);
                if (!isLeftOut(relative) && !Files.isDirectory(file)) {
                    var target = to.resolve(relative.toString()).normalize();
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException failure) {
            throw new DataException("cannot copy " + from + " to " + to + ": " + failure.getMessage(), failure);
        }
    }

    private static boolean isLeftOut(Path relative) {
        for (var name : relative) {
            if (name.toString().startsWith(".") || NOTES.contains(name.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Returns where an archive is before it is in its place. */
    Path packed(Path archive) {
        return folder.resolve(archive.getFileName().toString());
    }

    /** Deletes the folder. */
    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException left) {
            System.err.println("retrato: cannot delete " + folder + " (" + left.getMessage() + "); delete it by hand");
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var files = Files.walk(folder)) {
            all = files.toList().reversed();
        }
        for (var file : all) {
            // jlink protects some of its files
            if (!Files.isWritable(file)
                    && !Files.isSymbolicLink(file)
                    && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                file.toFile().setWritable(true);
            }
            Files.deleteIfExists(file);
        }
    }
}
