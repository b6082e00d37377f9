package org.retrato.distribution.portrait;

import static org.retrato.distribution.portrait.Curves.hill;
import static org.retrato.distribution.portrait.Curves.step;

/** Paints the skin: a relief of hills and hollows, lit from the upper left. */
final class Face {
    private static final Colour[] SKIN = {
        Colour.of(0x47201F),
        Colour.of(0x7E3F33),
        Colour.of(0xB56D50),
        Colour.of(0xDDA07B),
        Colour.of(0xF2C7A2),
        Colour.of(0xFCE6CC)
    };
    private static final double[] LIGHT = unit(-0.52, -0.50, 0.69);

    private static final Outline SHAPE = Outline.smooth(
            252, 96, 300, 104, 328, 140, 336, 190, 333, 236, 321, 276, 299, 311, 268, 332, 247, 336, 226, 329, 203, 306,
            186, 272, 176, 232, 172, 188, 180, 140, 206, 106);

    private Face() {}

    static void paint(Easel easel) {
        easel.fill(SHAPE, Face::skin);
        nose(easel);
        freckles(easel);
        lips(easel);
    }

    static void neck(Easel easel) {
        var neck = Outline.smooth(
                216, 280, 214, 330, 212, 356, 198, 384, 150, 412, 140, 480, 256, 500, 370, 480, 356, 412, 312, 386, 298,
                356, 298, 330, 304, 280);
        easel.fill(neck, (x, y) -> {
            var across = Math.clamp((x - 256) / 50, -1, 1);
            var round = Math.sqrt(Math.max(0.05, 1 - across * across));
            var column = 0.34 + 0.36 * round - 0.24 * across;
            var chest = 0.74 - 0.0018 * (x - 200);
            var light = column + (chest - column) * step(368, 420, y);
            var chin = 0.42 * step(398, 336, y + 0.45 * (x - 235) * step(330, 390, y) * -1);
            var cord = 0.07 * hill(x, y, 232 + (y - 350) * 0.22, 372, 12, 60) - 0.06 * hill(x, y, 250, 402, 14, 16);
            return Colour.ramp(light - chin + cord, SKIN);
        });
    }

    private static Colour skin(double x, double y) {
        var slopeX = (relief(x + 0.5, y) - relief(x - 0.5, y));
        var slopeY = (relief(x, y + 0.5) - relief(x, y - 0.5));
        var length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        var facing = (-slopeX * LIGHT[0] - slopeY * LIGHT[1] + LIGHT[2]) / length;
        var light = 0.10 + 0.78 * step(-0.25, 1.05, facing);
        var shine = 0.12 * step(0.86, 1.0, facing);
        var hollow = 0.10 * hill(x, y, 214, 203, 26, 13) + 0.12 * hill(x, y, 285, 203, 28, 13);
        var hair = 0.22 * step(20, 0, y - 112 - 0.004 * (x - 250) * (x - 250)) + 0.20 * step(308, 336, x);
        var skin = Colour.ramp(light + shine - hollow - hair, SKIN);
        var blush = 0.30 * hill(x, y, 199, 256, 32, 26)
                + 0.26 * hill(x, y, 300, 258, 34, 28)
                + 0.22 * hill(x, y, 243, 252, 18, 15);
        var reflected = 0.30 * step(300, 334, x) * step(180, 260, y);
        return skin.mix(Colour.of(0xC9583F), blush).mix(Colour.of(0x6E6A5C), reflected);
    }

    /** How far the skin stands out towards the viewer. */
    private static double relief(double x, double y) {
        var narrow = 1 - 0.36 * step(235, 345, y);
        var u = (x - 253 + 5 * step(230, 340, y)) / (88 * narrow);
        var v = (y - 205) / 140;
        var radius = u * u + v * v * Math.abs(v);
        // the sphere goes on as a slope where it would become vertical
        var skull = 92 * (radius < 0.94 ? Math.sqrt(1 - radius) : 0.245 - 2.04 * (radius - 0.94));
        return skull
                + noseHeight(x, y)
                + eyeHeight(x, y)
                + mouthHeight(x, y)
                + 7 * hill(x, y, 200, 244, 58, 52)
                + 7 * hill(x, y, 304, 246, 60, 54)
                + 5 * hill(x, y, 232, 150, 80, 56);
    }

    private static double noseHeight(double x, double y) {
        var along = Math.clamp((y - 186) / 66, 0, 1);
        var across = (x - 250 + 6 * along) / (17 + 7 * along);
        var ridge = Math.max(0, 1 - across * across);
        var height = (3 + 12 * along * along) * step(172, 204, y) * step(282, 246, y);
        return height * ridge * ridge
                + 7 * hill(x, y, 243.5, 250, 19, 19)
                + 5 * hill(x, y, 230, 255, 14, 13)
                + 5 * hill(x, y, 258, 255, 15, 13);
    }

    private static double eyeHeight(double x, double y) {
        return -11 * hill(x, y, 218, 204, 44, 32)
                - 11 * hill(x, y, 281, 204, 46, 32)
                + 7 * hill(x, y, 214, 212, 30, 22)
                + 7 * hill(x, y, 284, 212, 32, 22)
                + 4 * hill(x, y, 210, 186, 46, 20)
                + 4 * hill(x, y, 290, 186, 48, 20);
    }

    private static double mouthHeight(double x, double y) {
        return 7 * hill(x, y, 245, 284, 62, 50)
                + 3 * hill(x, y, 245, 279, 36, 13)
                + 5 * hill(x, y, 245, 293, 32, 14)
                - 2.5 * hill(x, y, 245, 285.5, 38, 6)
                - 1.5 * hill(x, y, 215, 285, 16, 16)
                - 1.5 * hill(x, y, 277, 285, 17, 16)
                - 4 * hill(x, y, 245, 305, 32, 13)
                + 8 * hill(x, y, 246, 321, 38, 26)
                - 1.5 * hill(x, y, 244, 268, 7, 13);
    }

    private static void nose(Easel easel) {
        var dark = Colour.of(0x55211D);
        easel.spot(233.5, 260.5, 6.5, 3.4, 0.80, dark);
        easel.spot(254, 260.5, 6.5, 3.4, 0.80, dark);
        easel.spot(243.5, 260.5, 6.5, 4.5, 0.55, Colour.of(0xC98766));
        easel.stroke(
                Curves.through(Outline.pairs(227, 259.5, 225.2, 255, 227.5, 250.5), false, 5),
                1.5,
                0.2,
                0.2,
                0.18,
                dark);
        easel.stroke(
                Curves.through(Outline.pairs(263, 259.5, 264.8, 255, 262.5, 250), false, 5), 1.8, 0.2, 0.2, 0.40, dark);
        easel.spot(240, 246, 6, 6, 0.55, Colour.of(0xFFF3E2));
        easel.spot(246, 220, 4, 22, 0.30, Colour.of(0xFFEFD9));
    }

    private static void freckles(Easel easel) {
        for (var i = 0; i < 90; i++) {
            var x = 185 + 130 * Curves.chance(7000 + i);
            var y = 226 + 28 * Curves.chance(8000 + i) + 0.0012 * (x - 247) * (x - 247);
            var size = 0.8 + 0.9 * Curves.chance(9000 + i);
            easel.spot(x, y, size, size, 0.10 + 0.28 * Curves.chance(9500 + i), Colour.of(0x8C4A30));
        }
    }

    private static void lips(Easel easel) {
        var upper = Outline.smooth(
                214, 283, 229, 278.8, 238.5, 275.8, 244, 277.6, 250, 275.8, 261, 278.8, 278, 282.4, 261, 286.2, 250,
                287, 244, 288, 238, 287, 228, 286);
        var lower = Outline.smooth(
                214.5, 283.4, 229, 286.4, 244, 288.2, 260, 286.8, 277.5, 283, 267, 294, 257, 300, 245, 301.8, 234, 300,
                223.5, 294);
        easel.soft(
                upper,
                1.0,
                0.85,
                (x, y) -> Colour.ramp(
                        0.55 - 0.010 * (x - 225) + 0.02 * (282 - y),
                        Colour.of(0x5E1A22),
                        Colour.of(0x96333A),
                        Colour.of(0xB9504C)));
        easel.soft(
                lower,
                1.0,
                0.85,
                (x, y) -> Colour.ramp(
                        0.72 - 0.009 * (x - 225) - 0.03 * Math.abs(y - 292),
                        Colour.of(0x6E2026),
                        Colour.of(0xB34848),
                        Colour.of(0xD97C6C)));
        easel.spot(238, 292.5, 11, 3.2, 0.55, Colour.of(0xF6C2AE));
        easel.stroke(
                Curves.through(
                        Outline.pairs(
                                211.5, 281.6, 228, 285.8, 238, 286.8, 244.5, 288.2, 251, 286.8, 262, 286, 281, 281),
                        false,
                        6),
                1.7,
                0.3,
                0.3,
                0.9,
                Colour.of(0x4A1219));
    }

    private static double[] unit(double x, double y, double z) {
        var length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }
}
