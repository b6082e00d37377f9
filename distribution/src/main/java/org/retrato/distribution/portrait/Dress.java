package org.retrato.distribution.portrait;

import static org.retrato.distribution.portrait.Curves.hill;
import static org.retrato.distribution.portrait.Curves.step;

import java.util.Arrays;

/** Paints the dress with its pattern, the collar with its sharp points, and the earrings. */
final class Dress {
    private static final Colour[] CLOTH = {
        Colour.of(0x1A1030), Colour.of(0x3A1F55), Colour.of(0x6A3A7C), Colour.of(0x9A63A0)
    };
    private static final Colour THREAD = Colour.of(0xB93F2C);
    private static final Colour LEAF = Colour.of(0x2F6B6C);
    private static final Colour GOLD = Colour.of(0xE8B552);
    private static final Colour[] LINEN = {
        Colour.of(0x8C7A78), Colour.of(0xCDBBAC), Colour.of(0xF4EADB), Colour.of(0xFFFBF2)
    };

    private Dress() {}

    static void paint(Easel easel) {
        var body = Outline.smooth(
                198, 378, 160, 396, 112, 412, 74, 436, 52, 476, 40, 540, 256, 560, 478, 540, 462, 476, 440, 438, 402,
                414, 352, 398, 314, 380, 290, 420, 256, 470, 222, 420);
        easel.fill(body, Dress::cloth);
        collar(easel, Outline.angular(210, 345, 210, 374, 223, 416, 256, 478, 190, 494, 126, 424, 172, 384));
        collar(easel, Outline.angular(303, 347, 302, 376, 290, 418, 256, 478, 322, 496, 388, 428, 342, 386));
        embroider(easel, 183, 392, 142, 425, 193, 482, 243, 471);
        embroider(easel, 333, 394, 372, 429, 319, 484, 270, 471);
    }

    /** Paints the collar behind the neck. */
    static void behind(Easel easel) {
        easel.fill(
                Outline.smooth(205, 350, 228, 340, 256, 337, 286, 340, 308, 352, 316, 392, 256, 400, 198, 392),
                (x, y) -> Colour.ramp(0.42 - 0.002 * (x - 200) - 0.5 * hill(x, y, 256, 372, 70, 40), LINEN));
    }

    private static Colour cloth(double x, double y) {
        var fold = fold(x, y);
        var light =
                0.62 - 0.0011 * x + 0.55 * fold - 0.20 * step(430, 520, y) * step(120, 60, x) - 0.1 * step(380, 470, x);
        var cloth = Colour.ramp(light, CLOTH);
        // the pattern lies on the cloth and bends with it
        var u = (x + 6 * fold) / 22;
        var v = (y + 0.15 * Math.abs(x - 256) + 4 * fold) / 22;
        var row = Math.floor(v);
        var du = Math.abs(u + row / 2 - Math.floor(u + row / 2) - 0.5);
        var dv = Math.abs(v - row - 0.5);
        var diamond = du + dv;
        var gold = GOLD.times(0.45 + 0.75 * light);
        return cloth.mix(gold, Math.max(step(0.20, 0.15, diamond), step(0.035, 0.015, Math.abs(diamond - 0.36))));
    }

    private static double fold(double x, double y) {
        var lean = x + 0.35 * (y - 400) * (x < 256 ? 1 : -1);
        return 0.75 * Curves.noise(lean / 30, y / 140) + 0.35 * Curves.noise(lean / 12 + 40, y / 90);
    }

    private static void collar(Easel easel, Outline shape) {
        var shadow = new Outline(Arrays.stream(shape.line())
                .map(point -> new double[] {point[0] + 5, point[1] + 8})
                .toArray(double[][]::new));
        easel.soft(shadow, 7, 0.6, (_, _) -> CLOTH[0]);
        easel.fill(shape, (x, y) -> linen(shape, x, y));
    }

    private static Colour linen(Outline shape, double x, double y) {
        var inside = -shape.distance(x, y);
        var light =
                0.80 - 0.0016 * (x - 140) + 0.13 * Curves.noise(x / 26, y / 34) + 0.05 * hill(x, y, 180, 430, 50, 50);
        var weave = 0.02 * Curves.noise(x * 0.9, y * 0.9);
        var seam = 0.30 * step(0.9, 0.3, Math.abs(inside - 6));
        var hem = 0.12 * step(2.2, 0.2, inside);
        var neck = 0.34 * step(40, 0, Math.abs(x - 256) - 0.10 * (y - 350) - 12) * step(460, 380, y);
        return Colour.ramp(light + weave - seam - hem - neck, LINEN);
    }

    /** Embroiders little diamonds and leaves along a line. */
    private static void embroider(Easel easel, double... points) {
        var line = Curves.through(Outline.pairs(points), false, 1);
        for (var i = 1; i < line.length; i++) {
            var dx = line[i][0] - line[i - 1][0];
            var dy = line[i][1] - line[i - 1][1];
            var length = Math.sqrt(dx * dx + dy * dy);
            var count = (int) (length / 8.5);
            for (var stitch = 0; stitch < count; stitch++) {
                var t = (stitch + 0.5) / count;
                var x = line[i - 1][0] + t * dx;
                var y = line[i - 1][1] + t * dy;
                diamond(easel, x, y, stitch % 2 == 0 ? 3.1 : 1.6, stitch % 2 == 0 ? THREAD : LEAF);
            }
        }
    }

    private static void diamond(Easel easel, double x, double y, double radius, Colour colour) {
        easel.fill(Outline.angular(x, y - radius, x + radius, y, x, y + radius, x - radius, y), (_, _) -> colour);
    }

    static void necklace(Easel easel) {
        var chain = Curves.through(
                Outline.pairs(211, 384, 219, 404, 236, 424, 254, 433, 272, 424, 291, 404, 300, 384), false, 8);
        easel.stroke(chain, 2.2, 1, 1, 0.25, Colour.of(0x47201F));
        for (var i = 0; i < chain.length; i++) {
            easel.fill(
                    new Shape.Circle(chain[i][0], chain[i][1] - 1, 1.15),
                    (x, _) -> GOLD.times(1.25 - 0.004 * (x - 200)));
        }
        easel.spot(256, 444, 9, 11, 0.5, Colour.of(0x6B3128));
        var drop = Outline.smooth(254, 433, 258.5, 441, 258, 446, 254, 448.5, 250, 446, 249.5, 441);
        easel.fill(
                drop,
                (x, y) -> Colour.ramp(
                        0.35 + 0.05 * (254 - x) + 0.05 * (444 - y),
                        Colour.of(0x5E1420),
                        Colour.of(0xC23B36),
                        Colour.of(0xF08A66)));
        easel.spot(252, 440.5, 1.8, 2.4, 0.9, Colour.of(0xFFFFFF));
    }

    static void earring(Easel easel, double x, double y, double radius) {
        easel.stroke(new double[][] {{x, y - radius - 7}, {x, y - radius}}, 1.6, 1, 1, 1, GOLD);
        easel.spot(x + 2, y + 3, radius * 1.9, radius * 1.9, 0.45, Colour.of(0x2A120F));
        easel.fill(new Shape.Circle(x, y, radius), (px, py) -> {
            var dx = (px - x) / radius;
            var dy = (py - y) / radius;
            var z = Math.sqrt(Math.max(0, 1 - dx * dx - dy * dy));
            var light = 0.30 + 0.60 * Math.max(0, -0.5 * dx - 0.5 * dy + 0.7 * z) + 0.22 * step(0.5, 1.0, dx + dy);
            return Colour.ramp(
                    light, Colour.of(0x5B4B55), Colour.of(0xB7A6A6), Colour.of(0xF3E8DC), Colour.of(0xFFFFFF));
        });
        easel.spot(x - radius * 0.35, y - radius * 0.4, radius * 0.45, radius * 0.4, 1, Colour.of(0xFFFFFF));
    }
}
