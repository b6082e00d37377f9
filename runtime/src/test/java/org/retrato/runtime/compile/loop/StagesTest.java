package org.retrato.runtime.compile.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.retrato.runtime.compile.machine.VectorWidth;

class StagesTest {

    private static final long SEED = 99;
    private static final int COUNT = 1500;

    @Test
    void a_long_loop_computes_the_same_bits_in_stages_as_in_one_loop() {
        var random = new Random(SEED);
        var loop = randomLoop(random, 700);
        var program = loop.program();
        assertThat(Stages.of(program)).hasSizeGreaterThan(3);

        var width = VectorWidth.current();
        var expected = run(Emitter.compile(program, width), SEED);
        var actual = run(new KernelCompiler(width).compile(loop), SEED);
        for (var array = 0; array < expected.length; array++) {
            assertThat(FunctionsTest.bits(actual[array]))
                    .as("array %d, seed %d", array, SEED)
                    .isEqualTo(FunctionsTest.bits(expected[array]));
        }
    }

    @Test
    void a_stage_has_no_more_operations_than_fit() {
        var stages = Stages.of(randomLoop(new Random(SEED), 700).program());
        for (var stage : stages) {
            // handing on a mask or integers takes an operation at each end
            var work = stage.instructions().stream()
                    .filter(step -> !step.operation().isLeaf())
                    .count();
            assertThat(work).isLessThan(2 * Stages.LIMIT);
        }
    }

    @Test
    void a_short_loop_is_not_cut() {
        var loop = new Loop();
        loop.store(2, Powers.pow(loop.load(0), loop.load(1)));
        assertThat(Stages.fits(loop.program())).isTrue();
    }

    /** Makes values of all three kinds from earlier ones at random, and overwrites an array that it reads. */
    private static Loop randomLoop(Random random, int steps) {
        var loop = new Loop();
        List<FloatLanes> floats = new ArrayList<>(List.of(loop.load(0), loop.load(1), loop.scalar(0)));
        List<IntLanes> ints = new ArrayList<>(List.of(loop.load(0).bits(), loop.integer(0x00ff00ff)));
        List<MaskLanes> masks = new ArrayList<>(List.of(loop.load(0).less(loop.load(1))));
        for (var step = 0; step < steps; step++) {
            var x = recent(floats, random);
            var i = recent(ints, random);
            var mask = recent(masks, random);
            switch (random.nextInt(6)) {
                case 0 -> masks.add(x.less(recent(floats, random)));
                case 1 -> masks.add(mask.and(recent(masks, random).not()));
                case 2 -> ints.add(i.xor(x.bits()));
                case 3 -> floats.add(mask.select(x, i.toFloat()));
                default -> floats.add(x.fma(recent(floats, random), 0.25f));
            }
        }
        var sum = loop.load(1);
        for (var x : floats) {
            sum = sum.add(x);
        }
        loop.store(1, sum);
        loop.store(2, floats.get(floats.size() / 2));
        return loop;
    }

    private static <T> T recent(List<T> values, Random random) {
        return values.get(Math.max(0, values.size() - 1 - random.nextInt(12)));
    }

    private static float[][] run(Kernel kernel, long seed) {
        var random = new Random(seed);
        var arrays = new float[3][COUNT + 5 + Kernel.GRANULARITY];
        for (var i = 0; i < arrays[0].length; i++) {
            arrays[0][i] = (float) random.nextGaussian();
            arrays[1][i] = (float) random.nextGaussian();
        }
        kernel.run(arrays, new int[] {5, 0, 2}, new float[] {0.75f}, COUNT);
        return arrays;
    }
}
