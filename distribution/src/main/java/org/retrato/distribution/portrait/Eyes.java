package org.retrato.distribution.portrait;

import static org.retrato.distribution.portrait.Curves.step;

/** Paints eyes, lashes and brows: small, sharp, and what a viewer looks at first. */
final class Eyes {
    private static final Colour LASH = Colour.of(0x1E0F0E);
    private static final Colour CREASE = Colour.of(0x6B2F28);
    private static final Colour BROW = Colour.of(0x3A1B14);

    private Eyes() {}

    static void paint(Easel easel) {
        new Eye(215, 213, 17.5, -1).paint(easel);
        new Eye(284, 213, 19.5, 1).paint(easel);
        brow(easel, 100, Outline.pairs(236, 192.5, 226, 188, 213, 184.5, 200, 185.5, 188, 193));
        brow(easel, 200, Outline.pairs(263, 192.5, 275, 187.5, 290, 184, 305, 185.5, 318, 194));
    }

    private static void brow(Easel easel, int seed, double[][] points) {
        var line = Curves.through(points, false, 40);
        easel.stroke(line, 6.0, 0.25, 0.05, 0.28, BROW);
        var side = Math.signum(points[4][0] - points[0][0]);
        for (var i = 0; i < 190; i++) {
            var along = Curves.chance(seed * 1000 + i);
            var root = line[(int) (along * 0.97 * (line.length - 1))];
            var thick = 6.8 * (0.80 - 0.68 * along) * Curves.step(-0.5, 0.15, along);
            var x = root[0] + 2 * (Curves.chance(seed * 1000 + i + 300) - 0.5);
            var y = root[1] + 1.5 + thick * (Curves.chance(seed * 1000 + i + 600) - 0.5);
            var lean = side * (2.5 + 5.5 * along);
            var rise = 5.0 * (1 - 1.15 * along);
            easel.stroke(
                    Curves.through(
                            Outline.pairs(x, y, x + lean / 2, y - rise * 0.65, x + lean, y - rise * 0.85), false, 4),
                    1.0,
                    0.8,
                    0.1,
                    0.42 * Curves.step(-0.12, 0.22, along),
                    BROW);
        }
    }

    /** An eye around (x, y); {@code half} its half width, {@code side} where its outer corner is: -1 left, 1 right. */
    private record Eye(double x, double y, double half, int side) {
        void paint(Easel easel) {
            easel.spot(x, y - 2, half * 1.5, 15, 0.20, CREASE);
            var almond = Outline.smooth(shape(
                    -1.05, 2.5, -0.72, -3.0, -0.30, -7.2, 0.15, -8.2, 0.60, -5.8, 1.02, 0.2, 0.62, 4.6, 0.15, 6.4,
                    -0.40, 5.8, -0.82, 3.8));
            easel.soft(almond, 0.6, 1, this::ball);
            var lid = Curves.through(
                    points(-1.08, 3.0, -0.72, -3.0, -0.30, -7.2, 0.15, -8.2, 0.60, -5.8, 1.08, -0.4, 1.20, -1.8),
                    false,
                    8);
            easel.stroke(lid, 2.7, 0.25, 0.1, 0.92, LASH);
            var lower = Curves.through(points(-0.85, 4.0, -0.40, 6.1, 0.15, 6.7, 0.62, 5.0, 1.02, 0.6), false, 8);
            easel.stroke(lower, 1.2, 0.1, 0.6, 0.6, CREASE);
            var crease = Curves.through(
                    points(-0.95, -3.5, -0.62, -8.2, -0.2, -11.6, 0.25, -12.2, 0.75, -9.6, 1.15, -4.6), false, 8);
            easel.stroke(crease, 1.8, 0.1, 0.2, 0.55, CREASE);
            easel.spot(x - side * half * 0.98, y + 2.8, 3, 2.4, 0.8, Colour.of(0xC9735F));
            lashes(easel, lid);
        }

        private Colour ball(double px, double py) {
            var white = Colour.ramp(
                    0.75 - 0.035 * Math.abs(px - x + 3) + 0.01 * (py - y),
                    Colour.of(0x9A7F78),
                    Colour.of(0xE9DED2),
                    Colour.of(0xFBF6EE));
            var dx = px - irisX();
            var dy = py - (y - 1.2);
            var radius = Math.sqrt(dx * dx + dy * dy);
            var spokes = 0.5 + 0.5 * Curves.noise(12 * dx / (radius + 0.1), 12 * dy / (radius + 0.1));
            var iris = Colour.ramp(
                    0.35 + 0.05 * dy + 0.30 * spokes + 0.03 * dx,
                    Colour.of(0x1B2B25),
                    Colour.of(0x4F7059),
                    Colour.of(0xB3A967));
            iris = iris.mix(Colour.of(0x0E1C1A), step(5.4, 7.6, radius))
                    .mix(Colour.of(0x080606), step(3.6, 2.9, radius));
            var eye = white.mix(iris, step(7.9, 7.2, radius));
            var shadow = 0.62 * step(1.5, -7, py - y);
            return catchlight(eye.mix(Colour.of(0x2A1614), shadow), dx, dy);
        }

        private Colour catchlight(Colour eye, double dx, double dy) {
            var window = step(2.5, 1.7, Math.sqrt((dx + 2.8) * (dx + 2.8) + (dy + 2.6) * (dy + 2.6)));
            var glow = 0.5 * step(1.8, 0.6, Math.sqrt((dx - 3.4) * (dx - 3.4) + (dy - 3.4) * (dy - 3.4)));
            return eye.mix(Colour.of(0xFFFFFF), Math.max(window, glow));
        }

        private double irisX() {
            return x - 1.2;
        }

        private void lashes(Easel easel, double[][] lid) {
            for (var i = 0; i < 16; i++) {
                var along = 0.36 + 0.60 * i / 15.0;
                var root = lid[(int) (along * (lid.length - 1))];
                var lean = side * (-0.6 + 4.6 * along * along);
                var length = 1.2 + 2.6 * along;
                easel.stroke(
                        Curves.through(
                                Outline.pairs(
                                        root[0],
                                        root[1],
                                        root[0] + 0.7 * lean,
                                        root[1] - length * 0.5,
                                        root[0] + lean,
                                        root[1] - length),
                                false,
                                4),
                        0.8,
                        0.9,
                        0.05,
                        0.55,
                        LASH);
            }
        }

        /** Places pairs of a part of the half width (towards the outer corner) and a distance down. */
        private double[] shape(double... parts) {
            for (var i = 0; i < parts.length; i += 2) {
                parts[i] = x + side * half * parts[i];
                parts[i + 1] += y;
            }
            return parts;
        }

        private double[][] points(double... parts) {
            return Outline.pairs(shape(parts));
        }
    }
}
