package org.retrato.runtime.plugins;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Changes the bytes of a ZIP file into what no tool would write. */
final class ZipBytes {

    private static final String HEADER = "PK\1\2";
    private static final String END = "PK\5\6";
    private static final String END64 = "PK\6\6";

    private final byte[] bytes;

    private ZipBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static ZipBytes of(Path zip) throws IOException {
        return of(Files.readAllBytes(zip));
    }

    static ZipBytes of(byte[] zip) {
        return new ZipBytes(zip.clone());
    }

    byte[] bytes() {
        return bytes;
    }

    /** Puts one text in the place of another of the same length, wherever it stands. */
    ZipBytes replaced(String text, String other) {
        return new ZipBytes(text().replace(text, other).getBytes(ISO_8859_1));
    }

    /** Lets the directory of entries say that one unpacks to as many bytes. */
    ZipBytes claimingSize(String entry, int size) {
        var name = text().indexOf(entry, text().indexOf(HEADER));
        little().putInt(name - 46 + 24, size);
        return this;
    }

    /** Lets the end of the file say that there are as many entries. */
    ZipBytes claimingEntries(int count) {
        var end = text().lastIndexOf(END);
        little().putShort(end + 8, (short) count).putShort(end + 10, (short) count);
        return this;
    }

    /** Takes away what the format has for very many entries. */
    ZipBytes withoutZip64() {
        var end = text().lastIndexOf(END);
        var start = text().lastIndexOf(END64);
        var shorter = Arrays.copyOf(bytes, start + bytes.length - end);
        System.arraycopy(bytes, end, shorter, start, bytes.length - end);
        return new ZipBytes(shorter);
    }

    private ByteBuffer little() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String text() {
        return new String(bytes, ISO_8859_1);
    }
}
