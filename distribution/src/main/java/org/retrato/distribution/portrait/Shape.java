package org.retrato.distribution.portrait;

/** Something with an inside. */
interface Shape {
    /** Returns how far a point is from the edge: negative inside. */
    double distance(double x, double y);

    /** Returns left, top, right and bottom. */
    double[] bounds();

    /** A circle around (x, y). */
    record Circle(double x, double y, double radius) implements Shape {
        @Override
        public double distance(double px, double py) {
            return Math.sqrt((px - x) * (px - x) + (py - y) * (py - y)) - radius;
        }

        @Override
        public double[] bounds() {
            return new double[] {x - radius, y - radius, x + radius, y + radius};
        }
    }
}
