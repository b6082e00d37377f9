package org.retrato.runtime.painting;

import java.util.Arrays;
import java.util.Comparator;
import org.retrato.runtime.data.Image;

/**
 * Holds the few colours that a picture is painted with when each pixel is a category.
 *
 * <p>The colours are the k-means of the pixels in sRGB, the scale on which errors are measured: of all palettes of that
 * size they are the ones that cost least there. They are ordered from dark to light.
 */
public final class Palette {
    private static final int LARGEST = 256;

    private final int[] colours;

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /**
     * Chooses the palette for a picture.
     *
     * @param colours how many, 1 to 256; a picture with fewer gives a smaller palette
     * @param seed keys the choice of the first means; the same seed gives the same palette
     */
    public static Palette of(Image image, int colours, long seed) {
        if (colours < 1 || colours > LARGEST) {
            throw new IllegalArgumentException("a palette has 1 to " + LARGEST + " colours, not " + colours);
        }
        return new Palette(KMeans.of(Histogram.of(image), colours, seed).colours().stream()
                .sorted(Comparator.comparingInt(Palette::luma).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** Weighs the channels as ITU-R BT.601 does, in thousandths. */
    private static int luma(int colour) {
        return 299 * (colour >> 16) + 587 * (colour >> 8 & 255) + 114 * (colour & 255);
    }

    /** Returns the number of colours. */
    public int size() {
        return colours.length;
    }

    /** Returns the colour with an index in [0, size), as 0xRRGGBB. */
    public int colour(int index) {
        return colours[index];
    }

    /** Returns the index of the colour nearest to {@code colour}, the first of those equally near. */
    public int nearest(int colour) {
        var nearest = 0;
        var least = Integer.MAX_VALUE;
        for (var i = 0; i < colours.length; i++) {
            var distance = squaredDistance(colour, colours[i]);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static int squaredDistance(int one, int other) {
        var red = (one >> 16) - (other >> 16);
        var green = (one >> 8 & 255) - (other >> 8 & 255);
        var blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }

    /** Returns for each pixel, row by row, the index of the nearest colour: what a classifier learns. */
    public int[] indices(Image image) {
        var pixels = image.pixels();
        var known = new int[1 << 12];
        var indices = new int[known.length];
        Arrays.fill(known, -1);
        for (var i = 0; i < pixels.length; i++) {
            // neighbours share colours: remember the latest answer for each of some thousands
            var slot = (pixels[i] ^ pixels[i] >>> 6 ^ pixels[i] >>> 12) & known.length - 1;
            if (known[slot] != pixels[i]) {
                known[slot] = pixels[i];
                indices[slot] = nearest(pixels[i]);
            }
            pixels[i] = indices[slot];
        }
        return pixels;
    }

    /** Paints the picture whose pixels have these indices, row by row. */
    public Image picture(int width, int height, int[] indices) {
        return Image.generate(width, height, (x, y) -> colours[indices[y * width + x]]);
    }

    /**
     * Paints in each pixel its likeliest colour, the first of those equally likely.
     *
     * @param probabilities shape [height, width, size]
     */
    public Image likeliest(int width, int height, float[] probabilities) {
        return Image.generate(width, height, (x, y) -> {
            var start = (y * width + x) * colours.length;
            var best = 0;
            for (var i = 1; i < colours.length; i++) {
                best = probabilities[start + i] > probabilities[start + best] ? i : best;
            }
            return colours[best];
        });
    }

    /**
     * Paints in each pixel the mean of the colours, weighted by their probabilities: of all pictures the one with the
     * least expected squared error.
     *
     * @param probabilities shape [height, width, size]; each pixel's add up to 1
     */
    public Image mean(int width, int height, float[] probabilities) {
        var values = new float[3 * width * height];
        for (var pixel = 0; pixel < width * height; pixel++) {
            for (var i = 0; i < colours.length; i++) {
                var probability = probabilities[pixel * colours.length + i] / 255f;
                values[3 * pixel] += probability * (colours[i] >> 16);
                values[3 * pixel + 1] += probability * (colours[i] >> 8 & 255);
                values[3 * pixel + 2] += probability * (colours[i] & 255);
            }
        }
        return Image.ofValues(width, height, values);
    }
}
