package org.retrato.runtime.compile.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.runtime.compile.machine.VectorWidth;

class FunctionsTest {

    private static final double TOLERANCE = 2;
    private static final int CHUNK = 1 << 14;
    private static final long SEED = 20261123;

    /** A prime, so that all low bits of floats occur. */
    private static final int STEP = 4093;

    private static final float[] SPECIAL = {
        0f,
        Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Math.nextDown(Float.MIN_NORMAL),
        0x1p-25f,
        0x1p-24f,
        0.5f,
        Math.nextDown(1f),
        1f,
        Math.nextUp(1f),
        1.5f,
        2f,
        3f,
        0.92f,
        4f,
        10f,
        17.5f,
        (float) (Math.PI / 2),
        (float) Math.PI,
        87.336f,
        88.722839f,
        88.72284f,
        103.97f,
        104f,
        0x1p16f,
        Math.nextUp(0x1p16f),
        0x1p23f,
        Math.nextDown(0x1p23f),
        0x1p24f,
        1e30f,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NaN
    };

    static Stream<Arguments> functions() {
        return Stream.of(
                function("exp", Exponentials::exp, StrictMath::exp),
                function("expm1", Exponentials::expm1, StrictMath::expm1),
                function("sigmoid", Exponentials::sigmoid, Reference::sigmoid),
                function("tanh", Exponentials::tanh, StrictMath::tanh),
                function("softplus", Exponentials::softplus, Reference::softplus),
                function("log", Logarithms::log, StrictMath::log),
                function("log1p", Logarithms::log1p, StrictMath::log1p),
                function("sin", Trigonometry::sin, StrictMath::sin),
                function("cos", Trigonometry::cos, StrictMath::cos),
                function("erf", ErrorFunction::erf, Reference::erf),
                function("round", Rounding::round, Math::rint),
                function("floor", Rounding::floor, Math::floor),
                function("ceil", Rounding::ceil, Math::ceil),
                function("sign", Rounding::sign, Math::signum),
                function("x^3", x -> Powers.pow(x, x.loop().constant(3f)), x -> Reference.pow(x, 3)),
                function("x^-0.7", x -> Powers.pow(x, x.loop().constant(-0.7f)), x -> Reference.pow(x, -0.7f)),
                function("1.4^x", x -> Powers.pow(x.loop().constant(1.4f), x), x -> Reference.pow(1.4f, x)),
                function("(-2)^x", x -> Powers.pow(x.loop().constant(-2f), x), x -> Reference.pow(-2, x)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void a_function_is_within_two_units_in_the_last_place_over_all_floats(
            String name, UnaryOperator<FloatLanes> function, DoubleUnaryOperator reference) {
        var kernel = compile(function, VectorWidth.current());
        var worst = new Worst(reference);
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += (long) CHUNK * STEP) {
            var x = new float[CHUNK];
            for (var i = 0; i < CHUNK; i++) {
                x[i] = Float.intBitsToFloat((int) (bits + (long) i * STEP));
            }
            worst.include(x, run(kernel, x));
        }
        assertThat(worst.ulps).as("%s at %s", name, worst.argument).isLessThanOrEqualTo(TOLERANCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void a_function_is_right_at_special_values_and_where_arguments_are_common(
            String name, UnaryOperator<FloatLanes> function, DoubleUnaryOperator reference) {
        var random = new Random(SEED);
        var x = new float[CHUNK];
        for (var i = 0; i < CHUNK; i++) {
            x[i] = (float) (random.nextGaussian() * Math.exp(random.nextGaussian()));
        }
        for (var i = 0; i < SPECIAL.length; i++) {
            x[2 * i] = SPECIAL[i];
            x[2 * i + 1] = -SPECIAL[i];
        }
        var worst = new Worst(reference);
        worst.include(x, run(compile(function, VectorWidth.current()), x));
        assertThat(worst.ulps)
                .as("%s at %s, seed %d", name, worst.argument, SEED)
                .isLessThanOrEqualTo(TOLERANCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void a_function_has_the_same_bits_for_every_vector_width(
            String name, UnaryOperator<FloatLanes> function, DoubleUnaryOperator reference) {
        var random = new Random(SEED);
        var kernels = VectorWidth.available().stream()
                .map(width -> compile(function, width))
                .toList();
        for (var round = 0; round < 4; round++) {
            var x = new float[CHUNK];
            for (var i = 0; i < CHUNK; i++) {
                x[i] = i % 2 == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) random.nextGaussian() * 10;
            }
            var expected = bits(run(kernels.getFirst(), x));
            for (var kernel : kernels) {
                assertThat(bits(run(kernel, x))).as("%s, seed %d", name, SEED).isEqualTo(expected);
            }
        }
    }

    static int[] bits(float[] values) {
        var bits = new int[values.length];
        for (var i = 0; i < bits.length; i++) {
            // one NaN is as good as another
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }

    private static Arguments function(String name, UnaryOperator<FloatLanes> function, DoubleUnaryOperator reference) {
        return arguments(name, function, reference);
    }

    private static Kernel compile(UnaryOperator<FloatLanes> function, VectorWidth width) {
        var loop = new Loop();
        loop.store(1, function.apply(loop.load(0)));
        return new KernelCompiler(width).compile(loop);
    }

    private static float[] run(Kernel kernel, float[] x) {
        var y = new float[x.length];
        kernel.run(new float[][] {x, y}, new int[2], new float[0], x.length);
        return y;
    }

    /** The largest error so far, and where. */
    private static final class Worst {
        private final DoubleUnaryOperator reference;
        private double ulps;
        private float argument;

        Worst(DoubleUnaryOperator reference) {
            this.reference = reference;
        }

        void include(float[] x, float[] actual) {
            for (var i = 0; i < x.length; i++) {
                var error = Reference.ulps(actual[i], reference.applyAsDouble(x[i]));
                if (error > ulps) {
                    ulps = error;
                    argument = x[i];
                }
            }
        }
    }
}
