package org.retrato.distribution.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes folders to pack, and says what is in a folder. */
final class Tree {

    private Tree() {}

    /** Makes a folder with a bit of everything, all of it modified at a time. */
    static Path of(Path folder, Instant time) throws IOException {
        var long100 = "n".repeat(100);
        write(folder.resolve("bin/start"), "#!/bin/sh\n").toFile().setExecutable(true, true);
        write(folder.resolve("lib/some jar.jar"), "0123456789".repeat(20_000));
        write(folder.resolve("lib/empty"), "");
        write(folder.resolve("textos/Añade €.txt"), "ñ");
        write(folder.resolve("deep/" + long100 + "/" + "f".repeat(80)), "fits into two fields");
        write(folder.resolve("deep/" + long100 + "/" + long100 + "/" + "f".repeat(120)), "fits nowhere");
        Files.createDirectories(folder.resolve("nothing in it"));
        Files.createSymbolicLink(folder.resolve("lib/link"), Path.of("../bin/start"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("deep/" + long100 + "/" + long100));
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, FileTime.from(time));
                }
            }
        }
        return folder;
    }

    static Path write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** Returns a line for each thing in a folder: its path, what it is, and what is in it. */
    static List<String> lines(Path folder) throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var what = Files.isSymbolicLink(file)
                        ? "link to " + Files.readSymbolicLink(file)
                        : Files.isDirectory(file)
                                ? "folder"
                                : (Files.isExecutable(file) ? "program " : "file ")
                                        + Arrays.hashCode(Files.readAllBytes(file));
                lines.add(folder.relativize(file) + ": " + what);
            }
        }
        lines.sort(null);
        return lines;
    }
}
