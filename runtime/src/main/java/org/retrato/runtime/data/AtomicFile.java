package org.retrato.runtime.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a file whole or not at all: to a temporary sibling, forced to the disk, and then moved over the target in one
 * step. Whoever looks sees the old file or the new one; closing without {@link #commit()} leaves everything as it was.
 *
 * <pre>{@code
 * try (var file = AtomicFile.open(path)) {
 *     file.stream().write(bytes);
 *     file.commit();
 * }
 * }</pre>
 *
 * Every failure is a {@link DataException} or, from the stream, an {@link IOException}.
 */
public final class AtomicFile implements AutoCloseable {
    private static final AtomicLong COUNT = new AtomicLong();

    private final Path path;
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream stream;
    private boolean committed;

    private AtomicFile(Path path) throws IOException {
        this.path = path;
        // a symbolic link stays one: what it points to is replaced
        this.target = Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        this.temporary = target.resolveSibling(".%s.%d-%d.tmp"
                .formatted(target.getFileName(), ProcessHandle.current().pid(), COUNT.incrementAndGet()));
        Files.deleteIfExists(temporary);
        this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /**
     * Starts writing {@code path}; an existing file stays until {@link #commit()}.
     *
     * @throws DataException if nothing can be written there
     */
    public static AtomicFile open(Path path) {
        if (path.getFileName() == null || Files.isDirectory(path)) {
            throw new DataException("cannot write " + path + ": it is a directory; name a file in it");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new DataException("cannot write " + path + ": it is not a regular file");
        }
        // the new file takes the place of the old one, whose mode would not be asked
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new DataException("cannot write " + path + ": it is write-protected; name another file");
        }
        try {
            return new AtomicFile(path);
        } catch (IOException failure) {
            throw new DataException("cannot write " + path + ": " + reason(path, failure), failure);
        }
    }

    /**
     * Checks that {@code path} can be written, by starting to: call it before the long work whose result goes there.
     *
     * @throws DataException if nothing can be written there
     */
    public static void check(Path path) {
        open(path).close();
    }

    private static String reason(Path path, IOException failure) {
        var folder = path.toAbsolutePath().resolveSibling("");
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return folder + " is not a directory";
        }
        return switch (failure) {
            case NoSuchFileException _
            when !Files.exists(folder) -> "the directory " + folder + " does not exist; create it first";
            case AccessDeniedException _ -> "you may not write in the directory " + folder;
            case FileSystemException refused when refused.getReason() != null -> refused.getReason();
            case FileSystemException _ -> "no file can be made in the directory " + folder;
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** Returns where to write; buffered, so that small writes are cheap. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Puts what was written in the place of the target.
     *
     * @throws DataException if the disk is full or fails; the target is then as it was
     */
    public void commit() {
        try {
            stream.flush();
            channel.force(true);
            channel.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            committed = true;
        } catch (IOException failure) {
            throw new DataException("cannot write " + path + ": " + reason(path, failure), failure);
        }
    }

    /** Removes the temporary file unless it was committed. */
    @Override
    public void close() {
        if (committed) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(temporary);
        } catch (IOException failure) {
            throw new DataException("cannot remove " + temporary + ": " + failure.getMessage(), failure);
        }
    }
}
