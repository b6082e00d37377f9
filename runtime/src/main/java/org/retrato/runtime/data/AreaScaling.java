package org.retrato.runtime.data;

import java.util.Arrays;

/** Averages areas in linear light, first along rows, then along columns. */
final class AreaScaling {
    /** The linear light of each sRGB byte (IEC 61966-2-1), from {@link StrictMath}: the same on every machine. */
    private static final float[] LINEAR = new float[256];

    /** The linear light halfway between each byte and the next. */
    private static final float[] HALFWAY = new float[255];

    static {
        for (var i = 0; i < LINEAR.length; i++) {
            LINEAR[i] = linear(i / 255.0);
        }
        for (var i = 0; i < HALFWAY.length; i++) {
            HALFWAY[i] = linear((i + 0.5) / 255.0);
        }
    }

    private AreaScaling() {}

    private static float linear(double value) {
        return (float) (value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4));
    }

    static Image scale(Image image, int width, int height) {
        var columns = new Coverage(image.width(), width);
        var rows = new Coverage(image.height(), height);
        var pixels = new int[width * height];
        var line = new float[3 * width];
        var sum = new double[3 * width];
        for (var y = 0; y < height; y++) {
            Arrays.fill(sum, 0);
            for (var row = rows.first(y); row < rows.end(y); row++) {
                average(image, row, columns, line);
                var weight = rows.weight(y, row);
                for (var i = 0; i < line.length; i++) {
                    sum[i] += weight * line[i];
                }
            }
            for (var x = 0; x < width; x++) {
                pixels[y * width + x] = toByte(sum[3 * x]) << 16 | toByte(sum[3 * x + 1]) << 8 | toByte(sum[3 * x + 2]);
            }
        }
        return Image.of(width, height, pixels);
    }

    private static void average(Image image, int row, Coverage columns, float[] line) {
        for (var x = 0; x < line.length / 3; x++) {
            double red = 0;
            double green = 0;
            double blue = 0;
            for (var column = columns.first(x); column < columns.end(x); column++) {
                var pixel = image.pixel(column, row);
                var weight = columns.weight(x, column);
                red += weight * LINEAR[pixel >> 16];
                green += weight * LINEAR[pixel >> 8 & 255];
                blue += weight * LINEAR[pixel & 255];
            }
            line[3 * x] = (float) red;
            line[3 * x + 1] = (float) green;
            line[3 * x + 2] = (float) blue;
        }
    }

    private static int toByte(double light) {
        var found = Arrays.binarySearch(HALFWAY, (float) light);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** Says which of {@code from} pixels each of {@code to} larger ones covers, and by what share of itself. */
    private record Coverage(int from, int to) {
        int first(int target) {
            return (int) ((long) target * from / to);
        }

        int end(int target) {
            return (int) (((target + 1L) * from + to - 1) / to);
        }

        double weight(int target, int source) {
            var start = Math.max((double) target * from / to, source);
            var end = Math.min((target + 1.0) * from / to, source + 1.0);
            return (end - start) * to / from;
        }
    }
}
