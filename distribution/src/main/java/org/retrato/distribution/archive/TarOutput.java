package org.retrato.distribution.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.retrato.runtime.data.DataException;

/**
 * Writes a tar (POSIX.1-2001): names, sizes, permissions and one time for all, but no owners, so that the same members give
 * the same bytes everywhere. It is written here because Commons Compress would be another 2.7 MB in every distribution.
 */
final class TarOutput {

    private static final int BLOCK = 512;
    private static final int RECORD = 20 * BLOCK;
    private static final int NAME = 100;
    private static final int PREFIX = 155;
    private static final long LARGEST = 0_77777777777L;

    private final OutputStream out;
    private final long seconds;
    private long written;

    /**
     * Writes to a stream, which stays open.
     *
     * @param time when all was last modified, to the second
     */
    TarOutput(OutputStream out, Instant time) {
        this.out = out;
        this.seconds = time.getEpochSecond();
    }

    void write(Member member) throws IOException {
        switch (member) {
            case Member.Folder folder -> header('5', folder.name() + "/", "", 0, folder.mode());
            case Member.Link link -> header('2', link.name(), link.target(), 0, link.mode());
            case Member.File file -> {
                header('0', file.name(), "", file.size(), file.mode());
                var start = written;
                try (var content = file.open()) {
                    written += content.transferTo(out);
                }
                if (written - start != file.size()) {
                    throw new DataException("cannot pack " + file.path() + ": it changed while it was read; try again");
                }
                pad(BLOCK);
            }
        }
    }

    private void header(char type, String name, String target, long size, int mode) throws IOException {
        if (size > LARGEST) {
            throw new DataException("cannot pack " + name + ": it has more than 8 GB");
        }
        var bytes = name.getBytes(UTF_8);
        var split = split(bytes);
        var link = target.getBytes(UTF_8);
        var extended = new ByteArrayOutputStream();
        if (split < 0 || bytes.length > name.length()) { // too long, or not plain ASCII
            extend(extended, "path", bytes);
        }
        if (link.length > NAME || link.length > target.length()) {
            extend(extended, "linkpath", link);
        }
        if (extended.size() > 0) {
            block('x', "pax".getBytes(UTF_8), 0, new byte[0], extended.size(), 0644);
            put(extended.toByteArray());
            pad(BLOCK);
        }
        block(type, bytes, Math.max(split, 0), link, size, mode);
    }

    /** Returns where a name is split at a slash to fit into the header: 0 if it fits as it is, -1 if it cannot. */
    private static int split(byte[] name) {
        if (name.length <= NAME) {
            return 0;
        }
        for (var slash = Math.min(PREFIX, name.length - 2); slash >= name.length - NAME - 1; slash--) {
            if (name[slash] == '/') {
                return slash;
            }
        }
        return -1;
    }

    /** Adds a line that begins with its own length, as pax wants it. */
    private static void extend(ByteArrayOutputStream extended, String key, byte[] value) {
        var rest = key.length() + value.length + 3; // a blank, an equals sign, a line end
        var length = rest + 1;
        while (length != rest + Integer.toString(length).length()) {
            length++;
        }
        extended.writeBytes((length + " " + key + "=").getBytes(UTF_8));
        extended.writeBytes(value);
        extended.write('\n');
    }

    private void block(char type, byte[] name, int split, byte[] target, long size, int mode) throws IOException {
        var block = ByteBuffer.allocate(BLOCK);
        var rest = split == 0 ? name : Arrays.copyOfRange(name, split + 1, name.length);
        block.put(0, rest, 0, Math.min(rest.length, NAME));
        octal(block, 100, 8, mode);
        octal(block, 108, 8, 0); // user
        octal(block, 116, 8, 0); // group
        octal(block, 124, 12, size);
        octal(block, 136, 12, seconds);
        block.put(148, "        ".getBytes(UTF_8)); // as what the checksum counts its own field
        block.put(156, (byte) type);
        block.put(157, target, 0, Math.min(target.length, NAME));
        block.put(257, "ustar\00000".getBytes(UTF_8));
        block.put(345, name, 0, split);
        var checksum = 0;
        for (var value : block.array()) {
            checksum += value & 0xFF;
        }
        octal(block, 148, 7, checksum);
        put(block.array());
    }

    private static void octal(ByteBuffer block, int at, int width, long value) {
        var digits = Long.toOctalString(value);
        block.put(at, ("0".repeat(width - 1 - digits.length()) + digits + "\0").getBytes(UTF_8));
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    /** Ends the tar, with two empty blocks or more, as tar does. */
    void finish() throws IOException {
        put(new byte[2 * BLOCK]);
        pad(RECORD);
    }

    private void pad(int size) throws IOException {
        put(new byte[(int) ((size - written % size) % size)]);
    }
}
