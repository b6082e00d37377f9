package org.retrato.distribution.portrait;

/** A closed shape, given by the line around it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Outline(double[][] line) implements Shape {
    /** Runs smoothly through points x, y, x, y, … */
    static Outline smooth(double... points) {
        return new Outline(Curves.through(pairs(points), true, 10));
    }

    /** Has corners at the points x, y, x, y, … */
    static Outline angular(double... points) {
        return new Outline(Curves.through(pairs(points), true, 1));
    }

    static double[][] pairs(double... numbers) {
        var pairs = new double[numbers.length / 2][];
        for (var i = 0; i < pairs.length; i++) {
            pairs[i] = new double[] {numbers[2 * i], numbers[2 * i + 1]};
        }
        return pairs;
    }

    @Override
    public double distance(double x, double y) {
        var nearest = Double.MAX_VALUE;
        var inside = false;
        for (var i = 1; i < line.length; i++) {
            var from = line[i - 1];
            var to = line[i];
            var dx = to[0] - from[0];
            var dy = to[1] - from[1];
            var px = x - from[0];
            var py = y - from[1];
            var along = Math.clamp((px * dx + py * dy) / (dx * dx + dy * dy + 1e-12), 0, 1);
            var awayX = px - along * dx;
            var awayY = py - along * dy;
            nearest = Math.min(nearest, awayX * awayX + awayY * awayY);
            if (from[1] > y != to[1] > y && px < dx * py / dy) {
                inside = !inside;
            }
        }
        return inside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
    }

    @Override
    public double[] bounds() {
        var bounds = new double[] {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (var point : line) {
            bounds[0] = Math.min(bounds[0], point[0]);
            bounds[1] = Math.min(bounds[1], point[1]);
            bounds[2] = Math.max(bounds[2], point[0]);
            bounds[3] = Math.max(bounds[3], point[1]);
        }
        return bounds;
    }
}
