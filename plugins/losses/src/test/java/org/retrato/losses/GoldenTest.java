package org.retrato.losses;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Loss;
import org.retrato.classics.CrossEntropy;
import org.retrato.testkit.Formulas;
import org.retrato.testkit.GoldenValues;

/** Compares every formula with PyTorch in double precision, and what training runs of it in single precision. */
class GoldenTest {

    private static final GoldenValues GOLDEN = GoldenValues.read(GoldenTest.class.getResourceAsStream("golden.txt"));

    private static final Formulas ORACLE = Formulas.inDoubles();
    private static final Formulas COMPILED = Formulas.compiled();

    private static final Map<String, Loss> LOSSES = Map.ofEntries(
            entry("dice", new Dice()),
            entry("dice(smooth=1)", new Dice(1)),
            entry("generalized-dice", new GeneralizedDice()),
            entry("generalized-dice(smooth=1)", new GeneralizedDice(1)),
            entry("focal", new Focal()),
            entry("focal(gamma=0)", new Focal(0)),
            entry("focal(gamma=0.5)", new Focal(0.5)),
            entry("log-cosh", new LogCosh()));

    static final Collection<Loss> ALL = LOSSES.values();

    @ParameterizedTest
    @MethodSource("cases")
    void values_gradients_and_predictions_agree_with_pytorch(String name) {
        var loss = loss(name);
        var width = (int) GOLDEN.get(name, "shape")[1];
        var output = GOLDEN.get(name, "output");
        var target = GOLDEN.get(name, "target");

        assertClose(ORACLE.value(loss, width, output, target), GOLDEN.get(name, "value"), 1e-12);
        assertClose(ORACLE.gradient(loss, width, output, target), GOLDEN.get(name, "gradient"), 1e-12);
        assertClose(ORACLE.prediction(loss, width, output), GOLDEN.get(name, "prediction"), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_training_runs_agrees_to_single_precision(String name) {
        var loss = loss(name);
        var width = (int) GOLDEN.get(name, "shape")[1];
        var output = rounded(GOLDEN.get(name, "output"));
        var target = rounded(GOLDEN.get(name, "target"));

        assertClose(COMPILED.value(loss, width, output, target), ORACLE.value(loss, width, output, target), 2e-6);
        assertClose(COMPILED.gradient(loss, width, output, target), ORACLE.gradient(loss, width, output, target), 2e-6);
    }

    static Collection<String> cases() {
        return GOLDEN.cases("value");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void a_loss_and_its_gradient_stay_finite_at_extreme_outputs(Loss loss) {
        var output = new double[] {1e18, -1e18, 0, -3e4, 3e4, 1, 1e-30, 88, -104};
        var target = new double[] {0, 1, 0, 0, 1, 0, 1, 0, 0};

        assertThat(DoubleStream.of(COMPILED.value(loss, 3, output, target))).allMatch(Double::isFinite);
        assertThat(DoubleStream.of(COMPILED.gradient(loss, 3, output, target))).allMatch(Double::isFinite);
    }

    @Test
    void the_dice_of_a_batch_is_not_the_mean_of_its_rows() {
        var output = new double[] {2, -1, 0.5};
        var target = new double[] {1, 0, 1};
        var rows = Arrays.stream(new int[] {0, 1, 2})
                .mapToDouble(i -> ORACLE.value(new Dice(), 1, new double[] {output[i]}, new double[] {target[i]})[0])
                .average()
                .orElseThrow();

        assertThat(ORACLE.value(new Dice(), 1, output, target)).hasSize(1);
        assertThat(ORACLE.value(new Dice(), 1, output, target)[0]).isNotCloseTo(rows, within(0.1));
    }

    @Test
    void dice_is_least_where_the_prediction_is_the_target_even_between_no_and_yes() {
        var target = new double[] {0.2, 0.9, 0.5};
        var output = DoubleStream.of(target).map(t -> Math.log(t / (1 - t))).toArray();

        assertThat(ORACLE.value(new Dice(), 1, output, target)[0]).isCloseTo(0, within(1e-12));
        assertClose(ORACLE.gradient(new Dice(), 1, output, target), new double[3], 1e-12);
    }

    @Test
    void focal_without_gamma_is_cross_entropy() {
        var output = new double[] {0.3, -2, 1, 4, 0, 0.1};
        var target = new double[] {0, 1, 0, 1, 0, 0};

        assertClose(
                ORACLE.value(new Focal(0), 3, output, target),
                ORACLE.value(new CrossEntropy(), 3, output, target),
                1e-12);
    }

    @Test
    void every_loss_of_the_golden_values_is_known() {
        assertThat(cases()).extracting(name -> name.replaceAll("#.*", "")).containsOnlyElementsOf(LOSSES.keySet());
        assertThat(LOSSES.keySet())
                .allSatisfy(name -> assertThat(cases()).anyMatch(known -> known.startsWith(name + "#")));
    }

    @Test
    void a_value_out_of_range_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dice(0))
                .withMessage("smooth = 0 is out of range; it must be > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneralizedDice(-1))
                .withMessage("smooth = -1 is out of range; it must be > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Focal(-0.5))
                .withMessage("gamma = -0.5 is out of range; it must be >= 0");
    }

    private static Loss loss(String name) {
        return LOSSES.get(name.replaceAll("#.*", ""));
    }

    private static double[] rounded(double... numbers) {
        return DoubleStream.of(numbers).map(number -> (float) number).toArray();
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (var i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("element %d", i)
                    .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
        }
    }
}
