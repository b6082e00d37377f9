package org.retrato.distribution.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip with the permissions and links of Unix. Java writes neither; they belong into the directory at the end of the
 * zip, into which they are put before it is written.
 */
final class UnixZip extends ZipOutputStream {

    private static final int UNIX = 3;
    private static final int FOLDER = 0040000;
    private static final int LINK = 0120000;
    private static final int FILE = 0100000;

    private final LocalDateTime time;
    private final List<Integer> attributes = new ArrayList<>();

    /**
     * Writes to a stream.
     *
     * @param time when all was last modified, to two seconds
     */
    UnixZip(OutputStream out, Instant time) {
        super(out, UTF_8);
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    void write(Member member) throws IOException {
        switch (member) {
            case Member.Folder folder -> write(folder.name() + "/", FOLDER | folder.mode(), new byte[0]);
            case Member.Link link ->
                write(link.name(), LINK | link.mode(), link.target().getBytes(UTF_8));
            case Member.File file -> {
                putNextEntry(entry(file.name(), FILE | file.mode()));
                try (var content = file.open()) {
                    content.transferTo(this);
                }
                closeEntry();
            }
        }
    }

    private void write(String name, int mode, byte[] content) throws IOException {
        var checksum = new CRC32();
        checksum.update(content);
        var entry = entry(name, mode);
        entry.setMethod(STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        putNextEntry(entry);
        write(content);
        closeEntry();
    }

    private ZipEntry entry(String name, int mode) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(time); // setTime would ask for the time zone of this machine
        attributes.add(mode << 16);
        return entry;
    }

    @Override
    public void finish() throws IOException {
        var file = out;
        var directory = new ByteArrayOutputStream();
        out = directory;
        super.finish();
        out = file;
        out.write(withAttributes(directory.toByteArray()));
    }

    /** Fills in what the directory has a place for: that the attributes are those of Unix, and the attributes. */
    private byte[] withAttributes(byte[] directory) {
        var bytes = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
        var at = 0;
        for (var attribute : attributes) {
            bytes.put(at + 5, (byte) UNIX);
            bytes.putInt(at + 38, attribute);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return directory;
    }
}
