package org.retrato.activations;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Activation;
import org.retrato.testkit.Formulas;
import org.retrato.testkit.GoldenValues;

/** Compares every formula with PyTorch in double precision, and what training runs of it in single precision. */
class GoldenTest {

    private static final GoldenValues GOLDEN = GoldenValues.read(GoldenTest.class.getResourceAsStream("golden.txt"));

    private static final Formulas ORACLE = Formulas.inDoubles();
    private static final Formulas COMPILED = Formulas.compiled();

    private static final Map<String, Activation> ACTIVATIONS = Map.ofEntries(
            entry("leaky-relu", new LeakyRelu()),
            entry("leaky-relu(slope=0.2)", new LeakyRelu(0.2)),
            entry("elu", new Elu()),
            entry("elu(alpha=0.5)", new Elu(0.5)),
            entry("gelu", new Gelu()),
            entry("silu", new Silu()),
            entry("sine", new Sine()),
            entry("sine(frequency=1)", new Sine(1)),
            entry("glu", new Glu()),
            entry("swiglu", new Swiglu()),
            entry("prelu", new Prelu()),
            entry("prelu(slope=-0.5)", new Prelu(-0.5, false)),
            entry("prelu(perUnit=true)", new Prelu(0.25, true)));

    static final List<Activation> GATED = List.of(new Glu(), new Swiglu());

    @ParameterizedTest
    @MethodSource("cases")
    void values_and_derivatives_agree_with_pytorch(String name) {
        var width = width(name);
        var input = GOLDEN.get(name, "input");

        assertClose(ORACLE.value(ACTIVATIONS.get(name), width, input), GOLDEN.get(name, "value"), 1e-12);
        assertClose(ORACLE.gradient(ACTIVATIONS.get(name), width, input), GOLDEN.get(name, "gradient"), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_training_runs_agrees_to_single_precision(String name) {
        var width = width(name);
        // what a float makes of a number between its own is not the formula's fault
        var input = DoubleStream.of(GOLDEN.get(name, "input"))
                .map(number -> (float) number)
                .toArray();
        var activation = ACTIVATIONS.get(name);

        assertClose(COMPILED.value(activation, width, input), ORACLE.value(activation, width, input), 2e-6);
        assertClose(COMPILED.gradient(activation, width, input), ORACLE.gradient(activation, width, input), 2e-6);
    }

    static Collection<String> cases() {
        return GOLDEN.cases("value");
    }

    @ParameterizedTest
    @MethodSource("learnable")
    void the_gradient_of_a_learned_slope_agrees_with_pytorch(String name) {
        var input = GOLDEN.get(name, "input");
        var gradient = ORACLE.gradient(ACTIVATIONS.get(name), "slope", width(name), input);

        assertClose(gradient, GOLDEN.get(name, "slope"), 1e-12);
    }

    static Collection<String> learnable() {
        return GOLDEN.cases("slope");
    }

    @Test
    void every_activation_of_the_golden_values_is_known() {
        assertThat(ACTIVATIONS.keySet()).containsExactlyInAnyOrderElementsOf(cases());
        assertThat(learnable()).hasSize(3);
    }

    @ParameterizedTest
    @FieldSource("GATED")
    void a_gate_refuses_an_odd_number_of_units_and_says_what_to_take(Activation gated) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ORACLE.value(gated, 7, new double[7]))
                .withMessageEndingWith(
                        "one half of the units is a gate for the other, but there are 7; take an even number, as 8");
    }

    @Test
    void a_value_out_of_range_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sine(0))
                .withMessage("frequency = 0 is out of range; it must be > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Elu(-1))
                .withMessage("alpha = -1 is out of range; it must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Prelu(Double.NaN, true))
                .withMessage("slope = NaN is out of range; it must be finite");
    }

    private static int width(String name) {
        return (int) GOLDEN.get(name, "width")[0];
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
