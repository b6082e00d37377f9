package org.retrato.distribution.portrait;

/** Formulas that the painters share. */
final class Curves {
    private Curves() {}

    /** Rises smoothly from 0 at {@code from} to 1 at {@code to}, which may be the smaller one. */
    static double step(double from, double to, double value) {
        var t = Math.clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /** A smooth hill of height 1 over an ellipse, 0 outside. */
    static double hill(double x, double y, double centreX, double centreY, double radiusX, double radiusY) {
        var u = (x - centreX) / radiusX;
        var v = (y - centreY) / radiusY;
        var inside = Math.max(0, 1 - u * u - v * v);
        return inside * inside * inside;
    }

    /** Returns a number in [0, 1) for a whole number, as if by chance (SplitMix64). */
    static double chance(long index) {
        var hash = (index + 1) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        return ((hash ^ hash >>> 31) >>> 11) * 0x1p-53;
    }

    /** Smooth noise in [-1, 1] with one value to a unit square. */
    static double noise(double x, double y) {
        var column = (long) Math.floor(x);
        var row = (long) Math.floor(y);
        var u = step(0, 1, x - column);
        var v = step(0, 1, y - row);
        var upper = lattice(column, row) * (1 - u) + lattice(column + 1, row) * u;
        var lower = lattice(column, row + 1) * (1 - u) + lattice(column + 1, row + 1) * u;
        return 2 * (upper * (1 - v) + lower * v) - 1;
    }

    private static double lattice(long column, long row) {
        return chance(column * 0x1F1F1F1FL + row * 0x2545F491L);
    }

    /** Runs a smooth line through points (Catmull and Rom, 1974); each is x, y. */
    static double[][] through(double[][] points, boolean closed, int stepsEach) {
        var spans = closed ? points.length : points.length - 1;
        var line = new double[spans * stepsEach + 1][];
        for (var i = 0; i < line.length; i++) {
            var span = Math.min(i / stepsEach, spans - 1);
            var t = (double) (i - span * stepsEach) / stepsEach;
            var before = at(points, span - 1, closed);
            var from = at(points, span, closed);
            var to = at(points, span + 1, closed);
            var after = at(points, span + 2, closed);
            line[i] = new double[] {
                spline(before[0], from[0], to[0], after[0], t), spline(before[1], from[1], to[1], after[1], t)
            };
        }
        return line;
    }

    private static double[] at(double[][] points, int index, boolean closed) {
        return points[closed ? Math.floorMod(index, points.length) : Math.clamp(index, 0, points.length - 1)];
    }

    private static double spline(double a, double b, double c, double d, double t) {
        return b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))) / 2;
    }
}
