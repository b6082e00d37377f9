package org.retrato.runtime.data;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads what the decoder of the JDK ignores in a JPEG: how many colours it has, and how the camera was held.
 *
 * @param components the number of colours, 0 when the file does not say
 * @param orientation 1 to 8 as in Exif 2.3, 1 when the file does not say
 */
record JpegHeader(int components, int orientation) {
    static final JpegHeader NONE = new JpegHeader(0, 1);

    private static final int ORIENTATION = 0x0112;

    static JpegHeader of(byte[] bytes) {
        var components = 0;
        var orientation = 1;
        try {
            var buffer = ByteBuffer.wrap(bytes).position(2);
            while (components == 0) {
                while (next(buffer) != 0xFF) {}
                var marker = next(buffer);
                if (marker == 0xFF || marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= 0xD7)) {
                    buffer.position(buffer.position() - (marker == 0xFF ? 1 : 0));
                    continue;
                }
                var segment = buffer.slice(buffer.position() + 2, (buffer.getShort(buffer.position()) & 0xFFFF) - 2);
                buffer.position(buffer.position() + 2 + segment.capacity());
                if (marker == 0xE1) {
                    orientation = orientation(segment, orientation);
                } else if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                    components = segment.get(5);
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            // the decoder will say what is wrong with the file, if anything is
            return new JpegHeader(components, orientation);
        }
        return new JpegHeader(components, orientation);
    }

    private static int next(ByteBuffer buffer) {
        return buffer.get() & 0xFF;
    }

    /** Looks the orientation up in the first directory of an Exif segment: "Exif", two zeros, and a TIFF header. */
    private static int orientation(ByteBuffer segment, int otherwise) {
        if (segment.capacity() < 14 || segment.getInt(0) != 0x45786966) {
            return otherwise;
        }
        var tiff = segment.slice(6, segment.capacity() - 6);
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var entry = directory + 2; entry < directory + 2 + 12 * entries; entry += 12) {
            if (tiff.getShort(entry) == ORIENTATION) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : otherwise;
            }
        }
        return otherwise;
    }

    /** Turns and mirrors a picture so that its top is up. */
    Image upright(Image image) {
        var right = image.width() - 1;
        var bottom = image.height() - 1;
        return switch (orientation) {
            case 2 -> Image.generate(image.width(), image.height(), (x, y) -> image.pixel(right - x, y));
            case 3 -> Image.generate(image.width(), image.height(), (x, y) -> image.pixel(right - x, bottom - y));
            case 4 -> Image.generate(image.width(), image.height(), (x, y) -> image.pixel(x, bottom - y));
            case 5 -> Image.generate(image.height(), image.width(), (x, y) -> image.pixel(y, x));
            case 6 -> Image.generate(image.height(), image.width(), (x, y) -> image.pixel(y, bottom - x));
            case 7 -> Image.generate(image.height(), image.width(), (x, y) -> image.pixel(right - y, bottom - x));
            case 8 -> Image.generate(image.height(), image.width(), (x, y) -> image.pixel(right - y, x));
            default -> image;
        };
    }
}
