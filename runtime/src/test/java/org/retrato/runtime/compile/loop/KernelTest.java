package org.retrato.runtime.compile.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.runtime.compile.machine.VectorWidth;

class KernelTest {

    private static final long SEED = 42;
    private static final int COUNT = 4096;

    static List<VectorWidth> widths() {
        return VectorWidth.available();
    }

    @ParameterizedTest
    @MethodSource("widths")
    void float_operations_are_those_of_java(VectorWidth width) {
        check(width, FloatLanes::add, Float::sum);
        check(width, FloatLanes::sub, (x, y) -> x - y);
        check(width, FloatLanes::mul, (x, y) -> x * y);
        check(width, FloatLanes::div, (x, y) -> x / y);
        check(width, FloatLanes::min, Math::min);
        check(width, FloatLanes::max, Math::max);
        check(width, (x, y) -> x.fma(y, x), (x, y) -> Math.fma(x, y, x));
        check(width, (x, y) -> x.sqrt(), (x, y) -> (float) Math.sqrt(x));
        check(width, (x, y) -> x.abs(), (x, y) -> Math.abs(x));
        check(width, (x, y) -> x.neg(), (x, y) -> -x);
        check(width, (x, y) -> x.toInt().toFloat(), (x, y) -> (float) (int) (float) x);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void comparisons_are_those_of_java(VectorWidth width) {
        check(width, choose(FloatLanes::less), (x, y) -> x < y ? x : y);
        check(width, choose(FloatLanes::lessEqual), (x, y) -> x <= y ? x : y);
        check(width, choose(FloatLanes::greater), (x, y) -> x > y ? x : y);
        check(width, choose(FloatLanes::greaterEqual), (x, y) -> x >= y ? x : y);
        check(width, choose((x, y) -> x.equal(y)), (x, y) -> (float) x == y ? x : y);
        check(width, choose((x, y) -> x.less(y).not()), (x, y) -> x < y ? y : x);
        check(width, choose((x, y) -> x.less(y).and(y.less(1f))), (x, y) -> x < y && y < 1 ? x : y);
        check(width, choose((x, y) -> x.less(y).or(y.less(1f))), (x, y) -> x < y || y < 1 ? x : y);
        check(width, choose((x, y) -> x.bits().less(y.bits())), (x, y) -> bits(x) < bits(y) ? x : y);
        check(width, choose((x, y) -> x.bits().equal(y.bits())), (x, y) -> bits(x) == bits(y) ? x : y);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void integer_operations_are_those_of_java(VectorWidth width) {
        checkInts(width, IntLanes::add, Integer::sum);
        checkInts(width, IntLanes::sub, (x, y) -> x - y);
        checkInts(width, IntLanes::mul, (x, y) -> x * y);
        checkInts(width, IntLanes::and, (x, y) -> x & y);
        checkInts(width, IntLanes::or, (x, y) -> x | y);
        checkInts(width, IntLanes::xor, (x, y) -> x ^ y);
        checkInts(width, (x, y) -> x.shiftLeft(5), (x, y) -> x << 5);
        checkInts(width, (x, y) -> x.shiftRight(5), (x, y) -> x >> 5);
        checkInts(width, (x, y) -> x.shiftRightUnsigned(5), (x, y) -> x >>> 5);
        checkInts(width, (x, y) -> x.less(y).select(x.add(7), y.sub(7)), (x, y) -> x < y ? x + 7 : y - 7);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void whole_vectors_are_processed_and_nothing_after_them(VectorWidth width) {
        var kernel = increment(width);
        for (var count = -1; count <= 40; count++) {
            var array = new float[64];
            kernel.run(new float[][] {array}, new int[] {3}, new float[0], count);
            var processed = Math.ceilDiv(Math.max(count, 0), width.lanes()) * width.lanes();
            var expected = new float[64];
            Arrays.fill(expected, 3, 3 + processed, 1f);
            assertThat(array).as("count %d", count).isEqualTo(expected);
        }
    }

    @Test
    void all_loads_see_what_was_there_before_the_stores() {
        var loop = new Loop();
        loop.store(0, loop.load(1).add(loop.scalar(0)));
        loop.store(1, loop.load(0).mul(loop.scalar(1)));
        var one = new float[16];
        var other = new float[16];
        Arrays.fill(one, 3f);
        Arrays.fill(other, 5f);
        new KernelCompiler().compile(loop).run(new float[][] {one, other}, new int[2], new float[] {0.5f, 2f}, 16);
        assertThat(one).containsOnly(5.5f);
        assertThat(other).containsOnly(6f);
    }

    @Test
    void loops_of_the_same_structure_share_one_kernel() {
        var compiler = new KernelCompiler();
        assertThat(compiler.compile(scaled(2f))).isSameAs(compiler.compile(scaled(2f)));
        assertThat(compiler.compile(scaled(2f))).isNotSameAs(compiler.compile(scaled(3f)));
    }

    @Test
    void a_loop_that_stores_nothing_is_refused() {
        var loop = new Loop();
        loop.load(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KernelCompiler().compile(loop))
                .withMessage("the loop stores nothing; give it a result with store(array, value)");
    }

    @Test
    void an_array_without_room_for_the_last_vector_is_refused() {
        var kernel = increment(VectorWidth.current());
        assertThatThrownBy(() -> kernel.run(new float[][] {new float[33]}, new int[1], new float[0], 33))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Kernel increment(VectorWidth width) {
        var loop = new Loop();
        loop.store(0, loop.load(0).add(1f));
        return new KernelCompiler(width).compile(loop);
    }

    private static Loop scaled(float factor) {
        var loop = new Loop();
        loop.store(1, loop.load(0).mul(factor));
        return loop;
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }

    private static BinaryOperator<FloatLanes> choose(BiFunction<FloatLanes, FloatLanes, MaskLanes> condition) {
        return (x, y) -> condition.apply(x, y).select(x, y);
    }

    private static void checkInts(
            VectorWidth width, BinaryOperator<IntLanes> actual, BinaryOperator<Integer> expected) {
        check(
                width,
                (x, y) -> actual.apply(x.bits(), y.bits()).asFloat(),
                (x, y) -> Float.intBitsToFloat(expected.apply(bits(x), bits(y))));
    }

    private static void check(VectorWidth width, BinaryOperator<FloatLanes> actual, BinaryOperator<Float> expected) {
        var random = new Random(SEED);
        var special = new float[] {0f, -0f, 1f, -1f, 2.5f, Float.MIN_VALUE, Float.NaN, 1f / 0, -1f / 0, 3e9f};
        var x = new float[COUNT];
        var y = new float[COUNT];
        var result = new float[COUNT];
        for (var i = 0; i < COUNT; i++) {
            x[i] = i < 100 ? special[i / 10] : Float.intBitsToFloat(random.nextInt());
            y[i] = i < 100 ? special[i % 10] : i % 7 == 0 ? x[i] : Float.intBitsToFloat(random.nextInt());
        }
        var loop = new Loop();
        loop.store(2, actual.apply(loop.load(0), loop.load(1)));
        new KernelCompiler(width).compile(loop).run(new float[][] {x, y, result}, new int[3], new float[0], COUNT);
        for (var i = 0; i < COUNT; i++) {
            // boxing keeps the bits, and one NaN equals another
            assertThat((Float) result[i])
                    .as("%s%nof %s and %s, seed %d", loop, x[i], y[i], SEED)
                    .isEqualTo(expected.apply(x[i], y[i]));
        }
    }
}
