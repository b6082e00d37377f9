package org.retrato.runtime.painting;

import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/**
 * Holds a letter as the strokes of a round pen.
 *
 * <p>A path is made of: {@code M x y} put the pen down, {@code L x y} draw a line, {@code C x y x y x y} draw a cubic
 * Bézier curve, {@code A x y rx ry from to} draw an arc of the ellipse around (x, y) from one angle to another in
 * degrees (joined to the pen if it is down), {@code O x y rx ry} draw a whole ellipse, {@code D x y} draw a dot.
 *
 * @param width how wide it is, in 70ths of the height of a capital, as are all coordinates; y points up from the baseline
 * @param strokes each x0, y0, x1, y1; a dot has length 0
 */
record Glyph(double width, List<double[]> strokes) {
    private static final int STEPS_OF_CURVE = 12;
    private static final double DEGREES_A_STEP = 9;

    /** Parses a width and a path. */
    static Glyph of(String text) {
        var scanner = new Scanner(text);
        var width = number(scanner);
        var pen = new Pen();
        while (scanner.hasNext()) {
            switch (scanner.next()) {
                case "M" -> pen.lift().to(number(scanner), number(scanner));
                case "L" -> pen.to(number(scanner), number(scanner));
                case "C" -> pen.curve(numbers(scanner, 6));
                case "A" -> pen.arc(numbers(scanner, 6));
                case "O" -> {
                    var ellipse = numbers(scanner, 4);
                    pen.lift().arc(new double[] {ellipse[0], ellipse[1], ellipse[2], ellipse[3], 0, 360});
                    pen.lift();
                }
                case "D" -> pen.dot(number(scanner), number(scanner));
                case String unknown -> throw new IllegalArgumentException(unknown + " in " + text);
            }
        }
        return new Glyph(width, pen.strokes);
    }

    private static double number(Scanner scanner) {
        return Double.parseDouble(scanner.next());
    }

    private static double[] numbers(Scanner scanner, int count) {
        var numbers = new double[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = number(scanner);
        }
        return numbers;
    }

    /** Flattens curves into lines. */
    private static final class Pen {
        private final List<double[]> strokes = new ArrayList<>();
        private boolean down;
        private double x;
        private double y;

        Pen lift() {
            down = false;
            return this;
        }

        void to(double nextX, double nextY) {
            if (down) {
                strokes.add(new double[] {x, y, nextX, nextY});
            }
            down = true;
            x = nextX;
            y = nextY;
        }

        void dot(double dotX, double dotY) {
            lift().to(dotX, dotY);
            to(dotX, dotY);
            lift();
        }

        void curve(double[] c) {
            var startX = x;
            var startY = y;
            for (var i = 1; i <= STEPS_OF_CURVE; i++) {
                var t = (double) i / STEPS_OF_CURVE;
                to(bezier(startX, c[0], c[2], c[4], t), bezier(startY, c[1], c[3], c[5], t));
            }
        }

        private static double bezier(double a, double b, double c, double d, double t) {
            var s = 1 - t;
            return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
        }

        void arc(double[] a) {
            var steps = (int) Math.ceil(Math.abs(a[5] - a[4]) / DEGREES_A_STEP);
            for (var i = 0; i <= steps; i++) {
                var angle = StrictMath.toRadians(a[4] + (a[5] - a[4]) * i / steps);
                to(a[0] + a[2] * StrictMath.cos(angle), a[1] + a[3] * StrictMath.sin(angle));
            }
        }
    }
}
