package org.retrato.distribution.portrait;

import org.retrato.distribution.portrait.Shape.Circle;

/** Paints what is behind the sitter: a soft wall, a hard disc like a halo, and a window of flat planes. */
final class Backdrop {
    private static final Colour DEEP = Colour.of(0x173840);
    private static final Colour TEAL = Colour.of(0x2F6B6C);
    private static final Colour MIST = Colour.of(0x86AFA0);

    private Backdrop() {}

    static void paint(Easel easel) {
        easel.fill(Backdrop::wall);
        disc(easel);
        planes(easel);
    }

    private static Colour wall(double x, double y) {
        var light = 0.62 - 0.75 * (x / 512) + 0.30 * (1 - y / 512);
        var plaster = 0.04 * Curves.noise(x / 70 + y / 190, y / 55 - x / 160) + 0.018 * Curves.noise(x / 9, y / 38);
        return Colour.ramp(light + plaster, DEEP, TEAL, MIST);
    }

    private static void disc(Easel easel) {
        easel.fill(
                new Circle(262, 184, 178),
                (x, y) -> Colour.ramp((x + y) / 700, Colour.of(0xF6E3BC), Colour.of(0xC9A56A)));
        easel.fill(new Circle(262, 184, 174.5), Backdrop::wall);
        easel.fill(
                new Circle(262, 184, 160),
                (x, y) -> Colour.ramp(
                        (y - 20) / 330 + 0.03 * Curves.noise(x / 20, y / 20),
                        Colour.of(0xF6C964),
                        Colour.of(0xEA9C49),
                        Colour.of(0xC4583A)));
    }

    /** Flat planes with hard edges: dark steps at the left, a coral wedge at the right. */
    private static void planes(Easel easel) {
        for (var i = 0; i < 4; i++) {
            var step = i;
            easel.fill(
                    Outline.angular(18 * i, 236 + 44 * i, 18 * i + 18, 236 + 44 * i, 18 * i + 18, 520, 18 * i, 520),
                    (_, y) -> Colour.ramp(
                            0.2 * step + (y - 236) / 420,
                            Colour.of(0xE9C98B),
                            Colour.of(0xD9824A),
                            Colour.of(0x8C3A35)));
        }
        easel.fill(
                Outline.angular(520, 196, 520, 520, 404, 520),
                (x, y) -> Colour.ramp((y - 200) / 340, Colour.of(0xD46A45), Colour.of(0x8A3237)));
        easel.fill(
                Outline.angular(520, 300, 520, 520, 446, 520),
                (x, y) -> Colour.ramp((y - 300) / 220, Colour.of(0x17303A), Colour.of(0x0E1E2A)));
        for (var i = 0; i < 6; i++) {
            var y = 356 + 26 * i;
            easel.stroke(new double[][] {{520, y}, {440, y + 224}}, 1.3, 1, 1, 0.9, Colour.of(0xC9A56A));
        }
    }
}
