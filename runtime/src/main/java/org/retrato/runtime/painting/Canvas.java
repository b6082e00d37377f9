package org.retrato.runtime.painting;

import java.util.Arrays;
import org.retrato.runtime.data.Image;

/** Collects flat shapes, pictures and lettering into a picture. Coordinates are pixels from the upper left corner. */
final class Canvas {
    private final int width;
    private final int height;
    private final int[] pixels;

    Canvas(int width, int height, int background) {
        this.width = width;
        this.height = height;
        this.pixels = new int[Math.multiplyExact(width, height)];
        Arrays.fill(pixels, background);
    }

    void fill(int left, int top, int width, int height, int colour) {
        for (var y = top; y < top + height; y++) {
            for (var x = left; x < left + width; x++) {
                blend(x, y, colour, 1);
            }
        }
    }

    void draw(int left, int top, Image image) {
        for (var y = 0; y < image.height(); y++) {
            for (var x = 0; x < image.width(); x++) {
                blend(left + x, top + y, image.pixel(x, y), 1);
            }
        }
    }

    /** Lays a colour over a pixel; what lies outside the canvas is cut off. */
    void blend(int x, int y, int colour, double coverage) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return;
        }
        var below = pixels[y * width + x];
        pixels[y * width + x] =
                mix(below, colour, coverage, 16) | mix(below, colour, coverage, 8) | mix(below, colour, coverage, 0);
    }

    private static int mix(int below, int above, double coverage, int shift) {
        var from = below >> shift & 255;
        var to = above >> shift & 255;
        return (int) (from + (to - from) * coverage + 0.5) << shift;
    }

    Image image() {
        return Image.of(width, height, pixels);
    }
}
