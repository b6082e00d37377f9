package org.retrato.runtime.painting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the blocks of an animated GIF (CompuServe, version 89a), frame by frame. */
final class GifStream {
    private static final int COLOUR_BITS = 8;

    private final OutputStream stream;
    private final int width;
    private final int height;

    GifStream(OutputStream stream, int width, int height) throws IOException {
        this.stream = stream;
        this.width = width;
        this.height = height;
        text("GIF89a");
        numbers(width, height);
        // no common palette, 8 bits a channel, no background, square pixels
        bytes(0x70, 0, 0);
        // repeat for ever
        bytes(0x21, 0xFF, 11);
        text("NETSCAPE2.0");
        bytes(3, 1, 0, 0, 0);
    }

    /**
     * Writes a frame that covers the last.
     *
     * @param indices into the palette, row by row
     * @param delay in hundredths of a second
     */
    void frame(Palette palette, int[] indices, int delay) throws IOException {
        bytes(0x21, 0xF9, 4, 1 << 2);
        numbers(delay);
        bytes(0, 0, 0x2C);
        numbers(0, 0, width, height);
        bytes(0x80 | COLOUR_BITS - 1);
        for (var i = 0; i < 1 << COLOUR_BITS; i++) {
            var colour = i < palette.size() ? palette.colour(i) : 0;
            bytes(colour >> 16, colour >> 8 & 255, colour & 255);
        }
        bytes(COLOUR_BITS);
        new LzwBlocks(stream, COLOUR_BITS).write(indices);
    }

    void end() throws IOException {
        bytes(0x3B);
    }

    private void text(String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void bytes(int... values) throws IOException {
        for (var value : values) {
            stream.write(value);
        }
    }

    private void numbers(int... values) throws IOException {
        for (var value : values) {
            bytes(value & 255, value >> 8 & 255);
        }
    }
}
