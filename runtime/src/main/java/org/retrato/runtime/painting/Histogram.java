package org.retrato.runtime.painting;

import java.util.Arrays;
import java.util.BitSet;
import org.retrato.runtime.data.Image;

/**
 * Counts the colours of a picture. When there are more than a few thousand, similar ones are counted as their mean.
 *
 * @param values shape [size, 3], each in [0, 255]
 * @param counts how many pixels each stands for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Histogram(double[] values, int[] counts) {
    private static final int LARGEST = 8192;

    static Histogram of(Image image) {
        var pixels = image.pixels();
        var mask = 0xFFFFFF;
        for (var bits = 7; distinct(pixels, mask) > LARGEST; bits--) {
            mask = 0x010101 * (0xFF00 >> bits & 0xFF);
        }
        return of(pixels, mask);
    }

    private static int distinct(int[] pixels, int mask) {
        var seen = new BitSet(1 << 24);
        for (var pixel : pixels) {
            seen.set(pixel & mask);
        }
        return seen.cardinality();
    }

    /** Counts pixels that are equal under the mask as one colour, their mean. */
    private static Histogram of(int[] pixels, int mask) {
        var keys = Arrays.stream(pixels)
                .mapToLong(pixel -> (long) (pixel & mask) << 24 | pixel)
                .sorted()
                .toArray();
        var values = new double[3 * pixels.length];
        var counts = new int[pixels.length];
        var size = 0;
        for (var i = 0; i < keys.length; i++) {
            if (i > 0 && keys[i] >> 24 != keys[i - 1] >> 24) {
                size++;
            }
            values[3 * size] += keys[i] >> 16 & 255;
            values[3 * size + 1] += keys[i] >> 8 & 255;
            values[3 * size + 2] += keys[i] & 255;
            counts[size]++;
        }
        size++;
        for (var i = 0; i < 3 * size; i++) {
            values[i] /= counts[i / 3];
        }
        return new Histogram(Arrays.copyOf(values, 3 * size), Arrays.copyOf(counts, size));
    }

    int size() {
        return counts.length;
    }
}
