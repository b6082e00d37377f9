package org.retrato.runtime.painting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes lines of text onto a canvas, smooth at any size, without fonts of the machine.
 *
 * @param size the height of a capital in pixels
 * @param weight the thickness of the strokes, as a part of that height; 0.12 is regular, 0.17 bold
 */
record Lettering(double size, double weight) {
    private static final double UNITS = 70;
    private static final double SPACING = 21;
    private static final double SPACE = 14;
    private static final double DOT = 1.3;

    /** Returns how wide a line becomes, in pixels. */
    double width(String text) {
        return Math.max(0, layOut(text, (_, _, _) -> {}) - SPACING) * size / UNITS;
    }

    /** Writes a line that starts at {@code left} and stands on {@code baseline}. */
    void write(Canvas canvas, double left, double baseline, String text, int colour) {
        layOut(text, (glyph, x, rise) -> stroke(canvas, glyph, left + x * size / UNITS, baseline - rise, colour));
    }

    /** Writes a line around a middle. */
    void centre(Canvas canvas, double middle, double baseline, String text, int colour) {
        write(canvas, middle - width(text) / 2, baseline, text, colour);
    }

    /** Breaks a line at blanks, so that no part with a blank in it is wider than {@code limit} pixels. */
    List<String> wrap(String text, double limit) {
        for (var end = text.length(); end > 0 && width(text) > limit; ) {
            end = text.lastIndexOf(' ', end - 1);
            if (end > 0 && width(text.substring(0, end)) <= limit) {
                var lines = new ArrayList<>(List.of(text.substring(0, end)));
                lines.addAll(wrap(text.substring(end + 1), limit));
                return lines;
            }
        }
        return List.of(text);
    }

    /** Returns the text or, if it is wider than {@code limit} pixels, as much of its start as fits before "…". */
    String fit(String text, double limit) {
        var fitted = text;
        for (var end = text.length(); end > 0 && width(fitted) > limit; end--) {
            fitted = text.substring(0, end - 1).strip() + "…";
        }
        return fitted;
    }

    private interface Placed {
        void at(Glyph glyph, double x, double rise);
    }

    private double layOut(String text, Placed placed) {
        var x = 0.0;
        var base = Alphabet.UNKNOWN;
        var letters = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (var i = 0; i < letters.length(); i++) {
            var letter = letters.charAt(i);
            if (Character.isWhitespace(letter)) {
                x += SPACE + SPACING / 2;
            } else if (Character.getType(letter) == Character.NON_SPACING_MARK) {
                var rise = letter != '\u0327' && Character.isUpperCase(letters.charAt(i - 1)) ? 20 * size / UNITS : 0;
                var mark = Alphabet.GLYPHS.get(letter);
                if (mark != null) {
                    placed.at(mark, x - SPACING - base.width() / 2, rise);
                }
            } else {
                var marked = i + 1 < letters.length()
                        && letter == 'i'
                        && Character.getType(letters.charAt(i + 1)) == Character.NON_SPACING_MARK;
                base = marked ? Alphabet.DOTLESS_I : Alphabet.GLYPHS.getOrDefault(letter, Alphabet.UNKNOWN);
                placed.at(base, x, 0);
                x += base.width() + SPACING;
            }
        }
        return x;
    }

    /** Lays the strokes of a letter over the canvas, all at once, so that their crossings are not darker. */
    private void stroke(Canvas canvas, Glyph glyph, double originX, double originY, int colour) {
        var scale = size / UNITS;
        var radius = size * weight / 2;
        var left = (int) Math.floor(originX - 20 * scale);
        var top = (int) Math.floor(originY - 100 * scale);
        var columns = (int) Math.ceil((glyph.width() + 60) * scale) + 2;
        var rows = (int) Math.ceil(130 * scale) + 2;
        var coverage = new double[rows * columns];
        for (var stroke : glyph.strokes()) {
            var x0 = originX + stroke[0] * scale - left;
            var y0 = originY - stroke[1] * scale - top;
            var x1 = originX + stroke[2] * scale - left;
            var y1 = originY - stroke[3] * scale - top;
            var thick = x0 == x1 && y0 == y1 ? radius * DOT : radius;
            var reach = thick + 1;
            for (var y = floor(Math.min(y0, y1) - reach); y < Math.min(rows, Math.max(y0, y1) + reach); y++) {
                for (var x = floor(Math.min(x0, x1) - reach); x < Math.min(columns, Math.max(x0, x1) + reach); x++) {
                    var covered = Math.clamp(thick + 0.5 - distance(x + 0.5, y + 0.5, x0, y0, x1, y1), 0, 1);
                    coverage[y * columns + x] = Math.max(coverage[y * columns + x], covered);
                }
            }
        }
        for (var i = 0; i < coverage.length; i++) {
            if (coverage[i] > 0) {
                canvas.blend(left + i % columns, top + i / columns, colour, coverage[i]);
            }
        }
    }

    private static int floor(double value) {
        return Math.max(0, (int) Math.floor(value));
    }

    private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
        var dx = x1 - x0;
        var dy = y1 - y0;
        var length = dx * dx + dy * dy;
        var along = length == 0 ? 0 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
        var awayX = x - x0 - along * dx;
        var awayY = y - y0 - along * dy;
        return Math.sqrt(awayX * awayX + awayY * awayY);
    }
}
