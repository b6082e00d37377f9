package org.retrato.runtime.painting;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.data.Image;

/**
 * Shows pictures in a terminal: each character is an upper half block whose two colours are two pixels, one above the
 * other.
 *
 * @param columns the width of the terminal, at least 1
 * @param rows its height, at least 1
 * @param colours what the terminal can show
 */
public record TerminalPicture(int columns, int rows, Colours colours) {
    /** What a terminal can show. */
    public enum Colours {
        /** 24 bits, as most terminals do that set {@code COLORTERM=truecolor}. */
        TRUE,
        /** The 6x6x6 cube and the greys of xterm. */
        INDEXED
    }

    private static final String ESCAPE = "\u001b[";

    public TerminalPicture {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a terminal of " + columns + "x" + rows);
        }
    }

    /** Returns the picture, scaled down to fit, as lines without line ends; each line resets its colours. */
    public List<String> lines(Image image) {
        var fitted = fit(image);
        var lines = new ArrayList<String>();
        for (var y = 0; y < fitted.height(); y += 2) {
            lines.add(line(fitted, y));
        }
        return lines;
    }

    /** Returns what shows a picture in the place of one with {@code lines} lines that has just been printed. */
    public String redraw(Image image, int lines) {
        return (lines > 0 ? ESCAPE + lines + "F" : "") + String.join("\n", lines(image)) + "\n";
    }

    private Image fit(Image image) {
        var scale = Math.min(1, Math.min((double) columns / image.width(), 2.0 * rows / image.height()));
        return image.scaledTo(Math.max(1, (int) (scale * Math.max(image.width(), image.height()))));
    }

    private String line(Image image, int y) {
        var line = new StringBuilder();
        var last = "";
        for (var x = 0; x < image.width(); x++) {
            var upper = code(image.pixel(x, y));
            var lower = y + 1 < image.height() ? ";48;" + code(image.pixel(x, y + 1)) : ";49";
            var colour = ESCAPE + "38;" + upper + lower + "m";
            line.append(colour.equals(last) ? "" : colour).append('▀');
            last = colour;
        }
        return line.append(ESCAPE).append("0m").toString();
    }

    private String code(int colour) {
        var red = colour >> 16;
        var green = colour >> 8 & 255;
        var blue = colour & 255;
        return switch (colours) {
            case TRUE -> "2;" + red + ";" + green + ";" + blue;
            case INDEXED -> "5;" + indexed(red, green, blue);
        };
    }

    /** Returns the nearer of the nearest colour of the cube (levels 0, 95, 135, …, 255) and the nearest grey (8, 18, …). */
    private static int indexed(int red, int green, int blue) {
        int[] steps = {step(red), step(green), step(blue)};
        var grey = Math.clamp(Math.round(((red + green + blue) / 3f - 8) / 10), 0, 23);
        var level = 8 + 10 * grey;
        var greyError = error(red, level) + error(green, level) + error(blue, level);
        var cubeError = error(red, level(steps[0])) + error(green, level(steps[1])) + error(blue, level(steps[2]));
        return greyError < cubeError ? 232 + grey : 16 + 36 * steps[0] + 6 * steps[1] + steps[2];
    }

    private static int step(int value) {
        return value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }

    private static int error(int one, int other) {
        return (one - other) * (one - other);
    }
}
