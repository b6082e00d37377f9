package org.retrato.runtime.compile.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PowersTest {

    private static final long SEED = 7;
    private static final float[] SPECIAL = {
        0f,
        1f,
        2f,
        3f,
        0.5f,
        1.5f,
        0.9999999f,
        1.0000001f,
        7f,
        0x1p23f,
        8388609f,
        0x1p24f,
        1e10f,
        1e-40f,
        3e38f,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NaN
    };

    @Test
    void powers_of_special_values_follow_C99() {
        var n = 2 * SPECIAL.length;
        var x = new float[n * n];
        var y = new float[n * n];
        for (var i = 0; i < n * n; i++) {
            x[i] = special(i / n);
            y[i] = special(i % n);
        }
        check(x, y);
    }

    @Test
    void powers_of_anything_to_anything_are_within_two_units_in_the_last_place() {
        var random = new Random(SEED);
        var x = new float[1 << 18];
        var y = new float[1 << 18];
        for (var i = 0; i < x.length; i++) {
            x[i] = Float.intBitsToFloat(random.nextInt());
            // any exponent at all, one that keeps the result in range, or an integer
            var limit = 150 * Math.log(2) / Math.abs(Math.log(Math.abs(x[i])));
            y[i] = switch (i % 3) {
                case 0 -> Float.intBitsToFloat(random.nextInt());
                case 1 -> (float) (limit * (2 * random.nextDouble() - 1));
                default -> random.nextInt(-9, 10);
            };
        }
        check(x, y);
    }

    @Test
    void large_powers_of_numbers_near_one_are_within_two_units_in_the_last_place() {
        var random = new Random(SEED);
        var x = new float[1 << 18];
        var y = new float[1 << 18];
        for (var i = 0; i < x.length; i++) {
            x[i] = (float) Math.exp(random.nextGaussian() * 0.3);
            y[i] = (float) (88 / Math.log(x[i]) * (2 * random.nextDouble() - 1));
        }
        check(x, y);
    }

    private static float special(int i) {
        return i % 2 == 0 ? SPECIAL[i / 2] : -SPECIAL[i / 2];
    }

    private static void check(float[] x, float[] y) {
        var loop = new Loop();
        loop.store(2, Powers.pow(loop.load(0), loop.load(1)));
        var padded = x.length + Kernel.GRANULARITY;
        var actual = new float[padded];
        var arrays = new float[][] {Arrays.copyOf(x, padded), Arrays.copyOf(y, padded), actual};
        new KernelCompiler().compile(loop).run(arrays, new int[3], new float[0], x.length);
        for (var i = 0; i < x.length; i++) {
            var expected = Reference.pow(x[i], y[i]);
            if (Reference.ulps(actual[i], expected) > 2) {
                assertThat(actual[i])
                        .as("pow(%s, %s), seed %d", x[i], y[i], SEED)
                        .isEqualTo((float) expected);
            }
        }
    }
}
