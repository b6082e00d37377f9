package org.retrato.runtime.painting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Compresses symbols as GIF does (Lempel, Ziv and Welch, 1984): codes of 3 to 12 bits, in blocks of up to 255 bytes. */
final class LzwBlocks {
    private static final int MOST_CODES = 1 << 12;
    private static final int TABLE = 1 << 14;

    private final OutputStream stream;
    private final int symbolBits;
    private final int clear;
    private final int[] keys = new int[TABLE];
    private final int[] codes = new int[TABLE];
    private final byte[] block = new byte[255];
    private int used;
    private int pending;
    private int pendingBits;
    private int codeBits;
    private int next;

    LzwBlocks(OutputStream stream, int symbolBits) {
        this.stream = stream;
        this.symbolBits = symbolBits;
        this.clear = 1 << symbolBits;
        this.codeBits = symbolBits + 1;
    }

    void write(int[] symbols) throws IOException {
        restart();
        var prefix = symbols[0];
        for (var i = 1; i < symbols.length; i++) {
            var key = (prefix << symbolBits) | symbols[i];
            var slot = slot(key);
            if (keys[slot] == key) {
                prefix = codes[slot];
            } else {
                emit(prefix);
                learn(slot, key);
                prefix = symbols[i];
            }
        }
        emit(prefix);
        // the reader has learnt one more string by now, which may have made its codes longer
        if (next == 1 << codeBits && next < MOST_CODES) {
            codeBits++;
        }
        emit(clear + 1);
        flush();
    }

    private void restart() throws IOException {
        emit(clear);
        Arrays.fill(keys, -1);
        codeBits = symbolBits + 1;
        next = clear + 2;
    }

    private int slot(int key) {
        var slot = (key * 0x9E3779B1) >>> (32 - 14);
        while (keys[slot] != -1 && keys[slot] != key) {
            slot = (slot + 1) & (TABLE - 1);
        }
        return slot;
    }

    private void learn(int slot, int key) throws IOException {
        if (next == MOST_CODES) {
            restart();
            return;
        }
        if (next == 1 << codeBits) {
            codeBits++;
        }
        keys[slot] = key;
        codes[slot] = next++;
    }

    private void emit(int code) throws IOException {
        pending |= code << pendingBits;
        pendingBits += codeBits;
        while (pendingBits >= 8) {
            put(pending);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }

    private void put(int value) throws IOException {
        block[used++] = (byte) value;
        if (used == block.length) {
            writeBlock();
        }
    }

    private void writeBlock() throws IOException {
        stream.write(used);
        stream.write(block, 0, used);
        used = 0;
    }

    private void flush() throws IOException {
        if (pendingBits > 0) {
            put(pending);
        }
        if (used > 0) {
            writeBlock();
        }
        stream.write(0);
    }
}
