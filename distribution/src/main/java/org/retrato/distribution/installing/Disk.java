package org.retrato.distribution.installing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Works on files in single steps; what is written is on the disk, not merely on its way, when a step returns. */
class Disk {

    /** Is told of each step before it is taken; a test ends here what would be ended from outside. */
    void step() {}

    void createFolder(Path folder) throws IOException {
        step();
        Files.createDirectory(folder);
    }

    void copy(Path from, Path to) throws IOException {
        step();
        try (var in = Files.newInputStream(from)) {
            write(in, to);
        }
    }

    void write(Path file, String text) throws IOException {
        step();
        write(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), file);
    }

    /** Writes a new file, which whoever may by default can read, whoever could read the original. */
    private void write(InputStream in, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(channel));
            force(channel);
        }
    }

    /** Gives a file or folder another place in one step, that of another file if need be. */
    void move(Path from, Path to) throws IOException {
        step();
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes a folder with all that is in it, file by file; that it is not there is fine. */
    void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.toList().reversed()) {
                step();
                Files.deleteIfExists(file);
            }
        }
    }

    /** Sees to it that the names in a folder are on the disk. */
    void force(Path folder) throws IOException {
        step();
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            force(channel);
        } catch (AccessDeniedException _) {
            // a system without such a thing, as Windows: it keeps the order of the steps by itself
        }
    }

    void force(FileChannel channel) throws IOException {
        channel.force(true);
    }

    /** Returns what is in a folder, sorted. */
    static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Puts into words why a step failed. */
    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "you may not write to " + denied.getFile();
            case FileSystemException refused when refused.getReason() != null -> refused.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
