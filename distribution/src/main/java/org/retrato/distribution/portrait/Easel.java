package org.retrato.distribution.portrait;

import java.util.Arrays;
import org.retrato.runtime.data.Image;

/** Holds the canvas, at twice its size, and lays colours on it; may be turned, as a painter turns a head. */
final class Easel {
    static final int SIZE = 512;

    private static final int FINER = 2;
    private static final int SIDE = SIZE * FINER;

    private final double[] red;
    private final double[] green;
    private final double[] blue;
    private final double[] covered = new double[SIDE * SIDE];
    private final double[] along = new double[SIDE * SIDE];
    private final double cosine;
    private final double sine;
    private final double pivotX;
    private final double pivotY;

    Easel() {
        this(new double[SIDE * SIDE], new double[SIDE * SIDE], new double[SIDE * SIDE], 0, 0, 0);
    }

    private Easel(double[] red, double[] green, double[] blue, double degrees, double pivotX, double pivotY) {
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.cosine = StrictMath.cos(StrictMath.toRadians(degrees));
        this.sine = StrictMath.sin(StrictMath.toRadians(degrees));
        this.pivotX = pivotX;
        this.pivotY = pivotY;
    }

    /** Returns the same canvas for coordinates that are turned clockwise around a pivot. */
    Easel turned(double degrees, double pivotX, double pivotY) {
        return new Easel(red, green, blue, degrees, pivotX, pivotY);
    }

    /** Gives the colour at a place. */
    interface Paint {
        Colour at(double x, double y);
    }

    /** Says how much colour a place gets, from 0 to 1. */
    interface Mask {
        double at(double x, double y);
    }

    /** Gives the colour of a brush on its way from the start, 0, to the end, 1. */
    interface Brush {
        Colour at(double along);
    }

    /** Paints the whole canvas. */
    void fill(Paint paint) {
        area(new double[] {-SIZE, -SIZE, 2 * SIZE, 2 * SIZE}, (_, _) -> 1, paint);
    }

    /** Paints a shape with sharp edges. */
    void fill(Shape shape, Paint paint) {
        soft(shape, 0.35, 1, paint);
    }

    /** Paints a shape whose edge fades over {@code softness} to either side. */
    void soft(Shape shape, double softness, double opacity, Paint paint) {
        var bounds = shape.bounds();
        var reach =
                new double[] {bounds[0] - softness, bounds[1] - softness, bounds[2] + softness, bounds[3] + softness};
        area(reach, (x, y) -> opacity * Curves.step(softness, -softness, shape.distance(x, y)), paint);
    }

    /** Paints a soft spot, an ellipse that is full in its middle and gone at its edge. */
    void spot(double x, double y, double radiusX, double radiusY, double opacity, Colour colour) {
        area(
                new double[] {x - radiusX, y - radiusY, x + radiusX, y + radiusY},
                (px, py) -> opacity * Curves.hill(px, py, x, y, radiusX, radiusY),
                (_, _) -> colour);
    }

    private void area(double[] bounds, Mask mask, Paint paint) {
        var box = box(bounds);
        for (var row = box[1]; row < box[3]; row++) {
            for (var column = box[0]; column < box[2]; column++) {
                var x = localX(column, row);
                var y = localY(column, row);
                var opacity = mask.at(x, y);
                if (opacity > 0) {
                    lay(row * SIDE + column, opacity, paint.at(x, y));
                }
            }
        }
    }

    /**
     * Draws a line with a brush that is widest in the middle and thins out to both ends.
     *
     * @param width in the middle
     * @param start the part of the width at the start, {@code end} that at the end
     */
    void stroke(double[][] line, double width, double start, double end, double opacity, Brush brush) {
        var touched = new int[64];
        var count = 0;
        for (var i = 1; i < line.length; i++) {
            var from = line[i - 1];
            var to = line[i];
            var radius = width / 2 * thickness((i - 0.5) / (line.length - 1), start, end);
            var box = box(new double[] {
                Math.min(from[0], to[0]) - radius - 1,
                Math.min(from[1], to[1]) - radius - 1,
                Math.max(from[0], to[0]) + radius + 1,
                Math.max(from[1], to[1]) + radius + 1
            });
            for (var row = box[1]; row < box[3]; row++) {
                for (var column = box[0]; column < box[2]; column++) {
                    var x = localX(column, row);
                    var y = localY(column, row);
                    var part = part(x, y, from, to);
                    var distance = distance(x, y, from, to, part);
                    var coverage = Math.clamp((radius - distance) * FINER + 0.5, 0, Math.min(1, 4 * radius));
                    var pixel = row * SIDE + column;
                    if (coverage > covered[pixel]) {
                        if (covered[pixel] == 0) {
                            touched = count == touched.length ? Arrays.copyOf(touched, 2 * count) : touched;
                            touched[count++] = pixel;
                        }
                        covered[pixel] = coverage;
                        along[pixel] = (i - 1 + part) / (line.length - 1);
                    }
                }
            }
        }
        for (var i = 0; i < count; i++) {
            lay(touched[i], opacity * covered[touched[i]], brush.at(along[touched[i]]));
            covered[touched[i]] = 0;
        }
    }

    void stroke(double[][] line, double width, double start, double end, double opacity, Colour colour) {
        stroke(line, width, start, end, opacity, _ -> colour);
    }

    private static double thickness(double way, double start, double end) {
        var full = 1 - (2 * way - 1) * (2 * way - 1);
        return full + (1 - full) * (way < 0.5 ? start : end);
    }

    private static double part(double x, double y, double[] from, double[] to) {
        var dx = to[0] - from[0];
        var dy = to[1] - from[1];
        return Math.clamp(((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy + 1e-12), 0, 1);
    }

    private static double distance(double x, double y, double[] from, double[] to, double part) {
        var awayX = x - from[0] - part * (to[0] - from[0]);
        var awayY = y - from[1] - part * (to[1] - from[1]);
        return Math.sqrt(awayX * awayX + awayY * awayY);
    }

    private void lay(int pixel, double opacity, Colour colour) {
        red[pixel] += (colour.red() - red[pixel]) * opacity;
        green[pixel] += (colour.green() - green[pixel]) * opacity;
        blue[pixel] += (colour.blue() - blue[pixel]) * opacity;
    }

    private double localX(int column, int row) {
        var x = (column + 0.5) / FINER - pivotX;
        var y = (row + 0.5) / FINER - pivotY;
        return pivotX + cosine * x + sine * y;
    }

    private double localY(int column, int row) {
        var x = (column + 0.5) / FINER - pivotX;
        var y = (row + 0.5) / FINER - pivotY;
        return pivotY - sine * x + cosine * y;
    }

    /** Returns the pixels around the turned bounds: left, top, right, bottom. */
    private int[] box(double[] bounds) {
        var middleX = (bounds[0] + bounds[2]) / 2 - pivotX;
        var middleY = (bounds[1] + bounds[3]) / 2 - pivotY;
        var halfX = (bounds[2] - bounds[0]) / 2;
        var halfY = (bounds[3] - bounds[1]) / 2;
        var x = pivotX + cosine * middleX - sine * middleY;
        var y = pivotY + sine * middleX + cosine * middleY;
        var reachX = Math.abs(cosine) * halfX + Math.abs(sine) * halfY + 1;
        var reachY = Math.abs(sine) * halfX + Math.abs(cosine) * halfY + 1;
        return new int[] {pixel(x - reachX), pixel(y - reachY), pixel(x + reachX), pixel(y + reachY)};
    }

    private static int pixel(double position) {
        return Math.clamp((int) Math.floor(position * FINER), 0, SIDE);
    }

    Image image() {
        var values = new float[3 * SIZE * SIZE];
        for (var pixel = 0; pixel < SIDE * SIDE; pixel++) {
            var target = 3 * (pixel / SIDE / FINER * SIZE + pixel % SIDE / FINER);
            values[target] += (float) (red[pixel] / (FINER * FINER));
            values[target + 1] += (float) (green[pixel] / (FINER * FINER));
            values[target + 2] += (float) (blue[pixel] / (FINER * FINER));
        }
        return Image.ofValues(SIZE, SIZE, values);
    }
}
