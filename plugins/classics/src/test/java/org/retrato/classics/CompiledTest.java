package org.retrato.classics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.testkit.Formulas;

/** Compares what training runs, in floats, with the same formula in doubles. */
class CompiledTest {

    private static final Formulas ORACLE = Formulas.inDoubles();
    private static final Formulas COMPILED = Formulas.compiled();
    private static final double ULP = Math.ulp(1f);
    private static final long SEED = 3;

    static final List<Activation> ACTIVATIONS = List.of(new Relu(), new Sigmoid(), new Tanh());
    static final List<Loss> LOSSES = List.of(new Mse(), new Huber(), new Huber(0.25), new CrossEntropy());
    static final List<Optimizer> OPTIMIZERS =
            List.of(new Sgd(0.05), new Momentum(0.02, 0.9), new Adam(), new Rmsprop());

    @ParameterizedTest
    @FieldSource("ACTIVATIONS")
    void an_activation_is_right_to_a_few_units_in_the_last_place(Activation activation) {
        var numbers = numbers();

        assertUlps(COMPILED.value(activation, numbers), ORACLE.value(activation, numbers), 4, 0);
        // 1 - y² and y (1 - y) lose digits where y is close to 1
        assertUlps(COMPILED.gradient(activation, numbers), ORACLE.gradient(activation, numbers), 4, 1);
    }

    @ParameterizedTest
    @FieldSource("LOSSES")
    void a_loss_is_right_to_a_few_units_in_the_last_place_of_what_it_compares(Loss loss) {
        var random = new Random(SEED);
        for (var scale : List.of(1e-3, 1.0, 30.0, 1e4)) {
            var output = floats(random.doubles(300, -scale, scale));
            var target = loss instanceof CrossEntropy
                    ? IntStream.range(0, 300)
                            .mapToDouble(i -> i % 3 == i / 3 % 3 ? 1 : 0)
                            .toArray()
                    : floats(random.doubles(300, -scale, scale));
            var values = ORACLE.value(loss, 3, output, target);
            var gradients = ORACLE.gradient(loss, 3, output, target);

            assertUlps(COMPILED.value(loss, 3, output, target), values, 4, largest(values));
            assertUlps(COMPILED.gradient(loss, 3, output, target), gradients, 4, largest(gradients));
            assertUlps(COMPILED.prediction(loss, 3, output), ORACLE.prediction(loss, 3, output), 4, scale);
        }
    }

    @ParameterizedTest
    @FieldSource("LOSSES")
    void a_loss_and_its_gradient_stay_finite_at_extreme_outputs(Loss loss) {
        var output = new double[] {1e18, -1e18, 0, -3e4, 3e4, 1, 1e-30, 88, -104};
        var target = new double[] {0, 1, 0, 0, 0, 1, 1, 0, 0};

        assertThat(DoubleStream.of(COMPILED.value(loss, 3, output, target))).allMatch(Double::isFinite);
        assertThat(DoubleStream.of(COMPILED.gradient(loss, 3, output, target))).allMatch(Double::isFinite);
    }

    @ParameterizedTest
    @FieldSource("OPTIMIZERS")
    void the_first_step_of_an_optimizer_is_right_to_a_few_units_in_the_last_place(Optimizer optimizer) {
        var random = new Random(SEED);
        var start = floats(random.doubles(100, -1, 1));
        var slope = floats(random.doubles(100, -1, 1));
        var expected = ORACLE.trajectory(optimizer, start, _ -> slope, 1).getFirst();

        assertUlps(COMPILED.trajectory(optimizer, start, _ -> slope, 1).getFirst(), expected, 4, 1);
    }

    @ParameterizedTest
    @FieldSource("OPTIMIZERS")
    void a_hundred_steps_of_an_optimizer_stay_near_those_in_doubles(Optimizer optimizer) {
        var start = new double[] {1, -0.5, 0.25, 2};
        var expected = ORACLE.trajectory(optimizer, start, CompiledTest::bowl, 100);
        var actual = COMPILED.trajectory(optimizer, start, CompiledTest::bowl, 100);
        for (var step = 0; step < 100; step++) {
            assertThat(actual.get(step)).as("step %d", step + 1).containsExactly(expected.get(step), within(1e-4));
        }
    }

    /** The gradient of Σ i p² / 2. */
    private static double[] bowl(double... parameters) {
        return IntStream.range(0, parameters.length)
                .mapToDouble(i -> (i + 1) * parameters[i])
                .toArray();
    }

    private static double[] numbers() {
        var wide = IntStream.rangeClosed(-1500, 1500).mapToDouble(i -> i * 0.01);
        var extreme =
                DoubleStream.of(0, -0.0, 1e-38, -1e-38, 1e-8, 50, -50, 87, -87, 104, -104, 1e10, -1e10, 3e38, -3e38);
        return floats(DoubleStream.concat(wide, extreme));
    }

    private static double[] floats(DoubleStream numbers) {
        return numbers.map(number -> (float) number).toArray();
    }

    private static double largest(double... values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /** Checks the difference in units in the last place of the result, or of a scale where that is larger. */
    private static void assertUlps(double[] actual, double[] expected, int ulps, double scale) {
        assertThat(actual).hasSameSizeAs(expected);
        for (var i = 0; i < expected.length; i++) {
            var tolerance = ulps * ULP * Math.max(scale, Math.abs(expected[i])) + Float.MIN_NORMAL;
            assertThat(actual[i]).as("element %d", i).isCloseTo(expected[i], within(tolerance));
        }
    }
}
