package org.retrato.distribution.portrait;

import static org.retrato.distribution.portrait.Curves.chance;
import static org.retrato.distribution.portrait.Curves.hill;

/** Paints hair: each strand runs between two guide lines and catches the light where the head bends. */
final class Hair {
    private static final Colour[] STRANDS = {
        Colour.of(0x170A0A),
        Colour.of(0x34150F),
        Colour.of(0x5E2A19),
        Colour.of(0x94491F),
        Colour.of(0xD08A45),
        Colour.of(0xF3CE8C)
    };

    private Hair() {}

    /** Paints what is behind the neck. */
    static void behind(Easel easel) {
        easel.fill(
                Outline.smooth(
                        168, 170, 160, 250, 176, 318, 206, 344, 256, 330, 320, 344, 356, 310, 360, 230, 340, 160),
                (x, y) -> STRANDS[0].mix(STRANDS[1], hill(x, y, 180, 260, 60, 90)));
    }

    /** Paints what is parted over the forehead: one half goes behind the neck, the other falls over the shoulder. */
    static void front(Easel easel) {
        new Sweep(
                        new double[] {246, 102, 222, 113, 197, 138, 180, 174, 172, 212, 173, 250, 186, 290, 208, 324},
                        new double[] {244, 61, 208, 56, 164, 82, 140, 138, 136, 204, 140, 262, 164, 310, 212, 334},
                        new double[] {0.27, 0.60, 0.85},
                        new double[] {0.54, 0.28, 0.16},
                        1.0,
                        11)
                .paint(easel);
        new Sweep(
                        new double[] {
                            246, 102, 278, 110, 308, 132, 326, 168, 335, 208, 330, 246, 322, 284, 330, 322, 336, 356,
                            322, 394, 324, 430, 352, 470
                        },
                        new double[] {
                            244, 61, 294, 50, 344, 80, 372, 138, 374, 204, 364, 256, 366, 300, 384, 338, 390, 378, 376,
                            418, 386, 450, 392, 500
                        },
                        new double[] {0.15, 0.40, 0.62, 0.86},
                        new double[] {0.42, 0.24, 0.42, 0.30},
                        0.92,
                        12)
                .paint(easel);
        easel.stroke(Outline.pairs(244.5, 66, 246, 84, 247, 103), 1.4, 0.1, 0.8, 0.40, Colour.of(0xC98A68));
        loose(easel);
    }

    /** A few hairs that the comb has missed. */
    private static void loose(Easel easel) {
        double[][] hairs = {
            {244, 70, 190, 58, 148, 96, 132, 160, 133, 220},
            {243, 72, 214, 54, 170, 66, 140, 116, 130, 190},
            {246, 70, 300, 48, 352, 80, 380, 140, 380, 210},
            {246, 69, 320, 56, 366, 100, 386, 170, 372, 250},
            {330, 180, 340, 220, 322, 262, 326, 300, 318, 330},
            {366, 290, 394, 330, 400, 372, 384, 414, 398, 452},
            {330, 320, 326, 356, 312, 392, 316, 428, 334, 468}
        };
        for (var hair : hairs) {
            easel.stroke(
                    Curves.through(Outline.pairs(hair), false, 10),
                    1.0,
                    0.6,
                    0.1,
                    0.75,
                    along -> Colour.ramp(0.35 + 0.4 * hill(along, 0, 0.4, 0, 0.4, 1), STRANDS));
        }
    }

    /**
     * Strands that begin and end together.
     *
     * @param inner the guide of the first strand, as x, y, x, y, …
     * @param outer that of the last, with as many points
     * @param gleams where along the strands the light falls
     * @param strengths how much of it
     * @param bright how light all are
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sweep(double[] inner, double[] outer, double[] gleams, double[] strengths, double bright, int seed) {
        private static final int COUNT = 760;

        void paint(Easel easel) {
            easel.fill(body(), (_, _) -> STRANDS[1].mix(STRANDS[0], 0.5));
            for (var i = 0; i < COUNT; i++) {
                strand(easel, i);
            }
        }

        private Outline body() {
            var there = Curves.through(Outline.pairs(inner), false, 10);
            var back = Curves.through(Outline.pairs(outer), false, 10);
            var line = new double[there.length + back.length + 1][];
            for (var i = 0; i < there.length; i++) {
                line[i] = there[i];
                line[there.length + i] = back[back.length - 1 - i];
            }
            line[line.length - 1] = line[0];
            return new Outline(line);
        }

        private void strand(Easel easel, int index) {
            var across = 1.04 * random(index, 0) - 0.02;
            var wander = 0.10 * (random(index, 1) - 0.5);
            var points = new double[inner.length / 2][];
            for (var i = 0; i < points.length; i++) {
                var t = across + wander * i / points.length + 0.03 * Curves.noise(across * 9, i * 0.8 + seed);
                points[i] = new double[] {
                    inner[2 * i] + (outer[2 * i] - inner[2 * i]) * t,
                    inner[2 * i + 1] + (outer[2 * i + 1] - inner[2 * i + 1]) * t
                };
            }
            var own = 0.34 * (random(index, 2) - 0.5) + 0.20 * Curves.noise(across * 16, seed);
            var shift = 0.05 * Curves.noise(across * 11, seed + 7) + 0.03 * (random(index, 4) - 0.5);
            easel.stroke(
                    Curves.through(points, false, 7),
                    0.8 + 1.0 * random(index, 3),
                    0.8,
                    0.3,
                    0.6,
                    along -> colour(along + shift, across, own));
        }

        private Colour colour(double along, double across, double own) {
            var round = 4 * across * (1 - across);
            var light = 0.16 + 0.14 * round;
            for (var i = 0; i < gleams.length; i++) {
                light += strengths[i] * (0.25 + 0.75 * round) * hill(along, 0, gleams[i], 0, 0.21, 1);
            }
            return Colour.ramp(bright * light + own * (0.25 + light), STRANDS);
        }

        private double random(int index, int use) {
            return chance(1_000_000L * seed + 10L * index + use);
        }
    }
}
