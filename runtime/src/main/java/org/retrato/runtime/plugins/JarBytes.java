package org.retrato.runtime.plugins;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads bytes anywhere in a file; a small one is read once, as a whole. */
final class JarBytes implements Closeable {

    private static final int HELD = 1 << 20;

    private final FileChannel file;
    private final long length;
    private final long heldFrom;
    private final ByteBuffer held;

    private JarBytes(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
        this.heldFrom = Math.max(0, length - HELD);
        this.held = read(heldFrom, (int) (length - heldFrom));
    }

    static JarBytes open(Path path) throws IOException {
        var file = FileChannel.open(path);
        try {
            return new JarBytes(file);
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    long length() {
        return length;
    }

    /**
     * Returns some bytes, which the caller only reads.
     *
     * @throws EOFException if the file does not have them
     */
    ByteBuffer at(long from, int count) throws IOException {
        return from < heldFrom
                ? read(from, count)
                : held.slice() ...
    }
}
