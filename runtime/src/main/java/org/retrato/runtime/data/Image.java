package org.retrato.runtime.data;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Holds a picture: rows of sRGB pixels with 8 bits a channel, opaque and immutable.
 *
 * <p>Colours are sRGB in and out, and nothing is linearized on the way to a network: {@link #values()} are the bytes
 * divided by 255, and errors are measured on that scale, because equal steps there look about equally large.
 */
public final class Image {
    private final int width;
    private final int height;
    private final int[] pixels;

    private Image(int width, int height, int[] pixels) {
        if (width < 1 || height < 1 || (long) width * height != pixels.length) {
            throw new IllegalArgumentException(pixels.length + " pixels for " + width + "x" + height);
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /**
     * Copies pixels into a picture.
     *
     * @param pixels row by row from the top, each 0xRRGGBB; higher bits are ignored
     * @throws IllegalArgumentException unless there are {@code width * height} of them, at least one
     */
    public static Image of(int width, int height, int[] pixels) {
        var opaque = new int[pixels.length];
        for (var i = 0; i < pixels.length; i++) {
            opaque[i] = pixels[i] & 0xFFFFFF;
        }
        return new Image(width, height, opaque);
    }

    /** Makes the picture whose pixel at (x, y) is {@code colour(x, y)}, as 0xRRGGBB. */
    public static Image generate(int width, int height, IntBinaryOperator colour) {
        var pixels = new int[Math.multiplyExact(width, height)];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = colour.applyAsInt(i % width, i / width) & 0xFFFFFF;
        }
        return new Image(width, height, pixels);
    }

    /**
     * Makes a picture from what a network painted.
     *
     * @param values shape [height, width, 3]: red, green, blue in [0, 1], rounded to the nearest byte; what lies outside
     *     is clamped, and not-a-number becomes 0
     */
    public static Image ofValues(int width, int height, float[] values) {
        var pixels = new int[Math.multiplyExact(width, height)];
        if (values.length != 3L * pixels.length) {
            throw new IllegalArgumentException(values.length + " values for " + width + "x" + height + " pixels of 3");
        }
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = toByte(values[3 * i]) << 16 | toByte(values[3 * i + 1]) << 8 | toByte(values[3 * i + 2]);
        }
        return new Image(width, height, pixels);
    }

    private static int toByte(float value) {
        return (int) (Math.clamp(value, 0f, 1f) * 255f + 0.5f);
    }

    /** Returns the number of pixels in a row. */
    public int width() {
        return width;
    }

    /** Returns the number of rows. */
    public int height() {
        return height;
    }

    /** Returns the colour at column {@code x} from the left and row {@code y} from the top, as 0xRRGGBB. */
    public int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    /** Returns a copy of all pixels, row by row, each 0xRRGGBB. */
    public int[] pixels() {
        return pixels.clone();
    }

    /** Returns the colours as a network learns them: shape [height, width, 3], each in [0, 1]. */
    public float[] values() {
        var values = new float[3 * pixels.length];
        for (var i = 0; i < pixels.length; i++) {
            values[3 * i] = (pixels[i] >> 16) / 255f;
            values[3 * i + 1] = (pixels[i] >> 8 & 255) / 255f;
            values[3 * i + 2] = (pixels[i] & 255) / 255f;
        }
        return values;
    }

    /**
     * Scales the picture down until its longer side is {@code longerSide}; a picture that is not larger is returned
     * untouched.
     *
     * <p>Each new pixel is the mean, in linear light, of the area that it covers: fine texture keeps its brightness,
     * and nothing rings or aliases.
     */
    public Image scaledTo(int longerSide) {
        if (longerSide < 1) {
            throw new IllegalArgumentException("size must be at least 1, not " + longerSide);
        }
        var longer = Math.max(width, height);
        return longer <= longerSide
                ? this
                : AreaScaling.scale(this, shrunk(width, longerSide), shrunk(height, longerSide));
    }

    private int shrunk(int side, int longerSide) {
        return Math.max(1, Math.toIntExact(Math.round((double) side * longerSide / Math.max(width, height))));
    }

    /** Returns the mean over all pixels and channels of the squared difference, with colours scaled to [0, 1]. */
    public double meanSquaredError(Image other) {
        if (width != other.width || height != other.height) {
            throw new IllegalArgumentException(
                    "cannot compare a picture of " + size() + " with one of " + other.size());
        }
        var sum = 0L;
        for (var i = 0; i < pixels.length; i++) {
            for (var shift = 0; shift <= 16; shift += 8) {
                var difference = (pixels[i] >> shift & 255) - (other.pixels[i] >> shift & 255);
                sum += (long) difference * difference;
            }
        }
        return sum / (255.0 * 255.0 * 3.0 * pixels.length);
    }

    /**
     * Returns the peak signal-to-noise ratio in decibels, 10·log10(1/MSE), of the pictures as they are saved, with 8
     * bits; infinite when they are equal.
     */
    public double psnr(Image other) {
        return 10 * StrictMath.log10(1 / meanSquaredError(other));
    }

    private String size() {
        return width + "x" + height;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Image other && width == other.width && Arrays.equals(pixels, other.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "Image[" + size() + "]";
    }
}
