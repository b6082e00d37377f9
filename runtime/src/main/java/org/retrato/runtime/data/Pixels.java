package org.retrato.runtime.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;

/** Turns what a reader decoded into sRGB: grey, palettes, 1 to 16 bits a sample, and transparency over white. */
final class Pixels {
    private Pixels() {}

    static Image of(BufferedImage picture) {
        var pixels = new int[Math.multiplyExact(picture.getWidth(), picture.getHeight())];
        var model = picture.getColorModel();
        for (var y = 0; y < picture.getHeight(); y++) {
            if (hasPlainSamples(model)) {
                samples(picture, y, pixels);
            } else {
                converted(picture, y, pixels);
            }
        }
        return Image.of(picture.getWidth(), picture.getHeight(), pixels);
    }

    /**
     * Says whether samples can be taken as they are. Grey must be: Java reads it as linear light, and would show a grey
     * of 128 as 188.
     */
    private static boolean hasPlainSamples(ColorModel model) {
        var space = model.getColorSpace();
        return !(model instanceof IndexColorModel)
                && !model.isAlphaPremultiplied()
                && (space.isCS_sRGB() || space.getType() == ColorSpace.TYPE_GRAY);
    }

    private static void samples(BufferedImage picture, int y, int[] pixels) {
        var width = picture.getWidth();
        var model = picture.getColorModel();
        var bands = picture.getRaster().getNumBands();
        var green = bands > 2 ? 1 : 0;
        var blue = bands > 2 ? 2 : 0;
        var row = picture.getRaster().getPixels(0, y, width, 1, (int[]) null);
        for (var x = 0; x < width; x++) {
            var alpha = model.hasAlpha() ? sample(row, x * bands, bands - 1, model) : 255;
            pixels[y * width + x] = overWhite(sample(row, x * bands, 0, model), alpha) << 16
                    | overWhite(sample(row, x * bands, green, model), alpha) << 8
                    | overWhite(sample(row, x * bands, blue, model), alpha);
        }
    }

    private static int sample(int[] row, int start, int band, ColorModel model) {
        var most = (1 << model.getComponentSize(band)) - 1;
        return (row[start + band] * 255 + most / 2) / most;
    }

    private static void converted(BufferedImage picture, int y, int[] pixels) {
        var width = picture.getWidth();
        picture.getRGB(0, y, width, 1, pixels, y * width, width);
        for (var i = y * width; i < (y + 1) * width; i++) {
            var pixel = pixels[i];
            var alpha = pixel >>> 24;
            pixels[i] = overWhite(pixel >> 16 & 255, alpha) << 16
                    | overWhite(pixel >> 8 & 255, alpha) << 8
                    | overWhite(pixel & 255, alpha);
        }
    }

    private static int overWhite(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
