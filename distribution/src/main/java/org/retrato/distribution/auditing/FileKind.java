package org.retrato.distribution.auditing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Tells what a file is by how it begins, as code can be read from a file of any name. */
enum FileKind {
    /** A class file, or what is called one. */
    CLASS,
    /** A library of machine code, or what is called one. */
    LIBRARY,
    /** A JAR or another ZIP. */
    ARCHIVE,
    /** Anything else. */
    DATA;

    /** How many bytes of a file tell what it is. */
    static final int START = 8;

    private static final int CAFE_BABE = 0xCAFEBABE;

    /** The version of the oldest class files; in a library for several Macs, which begins alike, it is their number. */
    private static final int OLDEST_CLASS = 45;

    private static final Pattern LIBRARY_NAME = Pattern.compile(".*\\.(so|dll|dylib|jnilib)");

    /**
     * Tells what a file is.
     *
     * @param start its first bytes, fewer than {@link #START} only if it is shorter
     */
    static FileKind of(String name, byte[] start) {
        var bytes = ByteBuffer.wrap(Arrays.copyOf(start, START));
        int magic = bytes.getInt();
        int version = bytes.getInt() & 0xFFFF;
        if (name.endsWith(".class") || magic == CAFE_BABE && version >= OLDEST_CLASS) {
            return CLASS;
        }
        if (isLibrary(magic) || LIBRARY_NAME.matcher(name).matches()) {
            return LIBRARY;
        }
        return magic == 0x504B0304 ? ARCHIVE : DATA;
    }

    private static boolean isLibrary(int magic) {
        return switch (magic) {
            case 0x7F454C46, // Linux
                    CAFE_BABE,
                    0xCAFEBABF,
                    0xFEEDFACE,
                    0xFEEDFACF,
                    0xCEFAEDFE,
                    0xCFFAEDFE -> // Macs
                true;
            default -> magic >>> 16 == 0x4D5A; // Windows
        };
    }
}
