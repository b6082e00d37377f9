package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.OVERSIZED_JAR;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads the directory at the end of a ZIP file, before Java does, which believes it: a few bytes in it can cost Java all memory.
 *
 * <p>It has to be where Java looks first, and nowhere else, so that both read the same.
 */
final class CentralDirectory {

    /** Says what the directory claims about one entry. */
    record Entry(String name, long size) {}

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int END64_LOCATOR_LENGTH = 20;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_LENGTH = 46;

    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_ENTRIES = 65_534; // one more, and the file is of another format, ZIP64

    private CentralDirectory() {}

    static List<Entry> read(Path path) throws IOException {
        try (var file = FileChannel.open(path)) {
            var length = file.size();
            var tail = bytes(file, Math.max(0, length - END_LENGTH - 0xFFFF), length);
            var end = end(tail);
            var size = Integer.toUnsignedLong(tail.getInt(end + 12));
            var start = Integer.toUnsignedLong(tail.getInt(end + 16));
            var entries = Short.toUnsignedInt(tail.getShort(end + 10));
            if (size > MOST_BYTES || entries > MOST_ENTRIES || isZip64(tail, end)) {
                throw oversized(path);
            }
            if (start + size != length - tail.limit() + end) {
                throw new ZipException("its directory of entries is not where it should be");
            }
            var found = entries(bytes(file, start, start + size));
            if (found.size() > MOST_ENTRIES) { // there may be more than it says
                throw oversized(path);
            }
            return found;
        }
    }

    private static RefusedException oversized(Path path) {
        return new RefusedException(
                OVERSIZED_JAR,
                "%s has more than %,d entries, or names of more than %,d bytes"
                        .formatted(path.getFileName(), MOST_ENTRIES, MOST_BYTES),
                "leave out what the plugin does not need");
    }

    private static ByteBuffer bytes(FileChannel file, long from, long to) throws IOException {
        var bytes = ByteBuffer.allocate((int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // a file that became shorter meanwhile
        }
        return bytes.flip();
    }

    private static int end(ByteBuffer tail) throws ZipException {
        var end = tail.limit() - END_LENGTH;
        while (end >= 0 && tail.getInt(end) != END) {
            end--;
        }
        if (end < 0 || end + END_LENGTH + Short.toUnsignedInt(tail.getShort(end + 20)) != tail.limit()) {
            throw new ZipException("its end is missing, or is not the end of the file");
        }
        return end;
    }

    private static boolean isZip64(ByteBuffer tail, int end) {
        return end >= END64_LOCATOR_LENGTH && tail.getInt(end - END64_LOCATOR_LENGTH) == END64_LOCATOR;
    }

    private static List<Entry> entries(ByteBuffer directory) throws ZipException {
        var entries = new ArrayList<Entry>();
        for (var at = 0; at < directory.limit(); ) {
            if (directory.limit() - at < HEADER_LENGTH || directory.getInt(at) != HEADER) {
                throw new ZipException("its directory of entries is broken");
            }
            var size = Integer.toUnsignedLong(directory.getInt(at + 24));
            var name = Short.toUnsignedInt(directory.getShort(at + 28));
            var extra = Short.toUnsignedInt(directory.getShort(at + 30));
            var comment = Short.toUnsignedInt(directory.getShort(at + 32));
            var next = at + HEADER_LENGTH + name + extra + comment;
            if (next > directory.limit()) {
                throw new ZipException("its directory of entries is broken");
            }
            entries.add(
                    new Entry(new String(directory.array(), at + HEADER_LENGTH, name, StandardCharsets.UTF_8), size));
            at = next;
        }
        return entries;
    }
}
