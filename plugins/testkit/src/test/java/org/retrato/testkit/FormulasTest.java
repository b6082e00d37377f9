package org.retrato.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/** Evaluates what is known by heart, in doubles and as training does. */
@ParameterizedClass
@EnumSource
class FormulasTest {

    private static final Activation SQUARE = x -> x.square();
    private static final Activation GATED = x -> x.slice(-1, 0, 1).mul(x.slice(-1, 1, 2));
    private static final Loss SQUARED = (output, target) -> output.sub(target).square();
    private static final Schedule FALLING = (step, steps) -> steps.sub(step).div(steps);

    /** Rolls like a heavy ball, and counts its steps. */
    private record Heavy(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            var velocity = step.state("velocity", old -> old.mul(0.5).add(step.gradient()));
            var steps = step.state("steps", step.constant(0), old -> old.add(1));
            return step.parameter().sub(velocity.mul(step.learningRate()).mul(steps.div(step.iteration())));
        }
    }

    private record Softmax() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return output.logSoftmax(-1).mul(target).sum(-1).neg();
        }

        @Override
        public Tensor predict(Tensor output) {
            return output.softmax(-1);
        }
    }

    enum Precision {
        DOUBLES(Formulas.inDoubles(), 1e-14),
        FLOATS(Formulas.compiled(), 1e-6);

        private final Formulas formulas;
        private final Offset<Double> tolerance;

        Precision(Formulas formulas, double tolerance) {
            this.formulas = formulas;
            this.tolerance = within(tolerance);
        }
    }

    @Parameter
    Precision precision;

    @Test
    void an_activation_has_values_and_derivatives() {
        assertThat(precision.formulas.value(SQUARE, -2, 0.5, 3)).containsExactly(4, 0.25, 9);
        assertThat(precision.formulas.gradient(SQUARE, -2, 0.5, 3)).containsExactly(-4, 1, 6);
    }

    @Test
    void an_activation_of_whole_rows_is_given_their_width() {
        assertThat(precision.formulas.value(GATED, 2, new double[] {2, 3, 4, 5}))
                .containsExactly(6, 20);
        assertThat(precision.formulas.gradient(GATED, 2, new double[] {2, 3, 4, 5}))
                .containsExactly(3, 2, 5, 4);
    }

    @Test
    void a_loss_has_values_and_the_gradient_of_their_mean() {
        var output = new double[] {1, 2, 3, 4};
        var target = new double[] {0, 2, 5, 4};

        assertThat(precision.formulas.value(SQUARED, 2, output, target)).containsExactly(1, 0, 4, 0);
        assertThat(precision.formulas.gradient(SQUARED, 2, output, target)).containsExactly(0.5, 0, -1, 0);
        assertThat(precision.formulas.prediction(SQUARED, 2, output)).containsExactly(output);
    }

    @Test
    void a_loss_has_predictions_and_one_value_a_row() {
        var even = new double[] {7, 7};

        assertThat(precision.formulas.prediction(new Softmax(), 2, even)).containsExactly(0.5, 0.5);
        assertThat(precision.formulas.value(new Softmax(), 2, even, new double[] {1, 0}))
                .containsExactly(new double[] {Math.log(2)}, precision.tolerance);
        assertThat(precision.formulas.gradient(new Softmax(), 2, even, new double[] {1, 0}))
                .containsExactly(new double[] {-0.5, 0.5}, precision.tolerance);
    }

    @Test
    void an_optimizer_keeps_its_states_from_step_to_step() {
        var trajectory = precision.formulas.trajectory(
                new Heavy(0.1), new double[] {1, -2}, parameter -> new double[] {parameter[0], 2 * parameter[1]}, 2);

        // velocities 1 and -4, then 0.5 + 0.9 and -2 - 3.2
        assertClose(trajectory, List.of(new double[] {0.9, -1.6}, new double[] {0.76, -1.08}));
    }

    @Test
    void a_schedule_has_a_factor_for_every_step() {
        assertThat(precision.formulas.factors(FALLING, 4)).containsExactly(1, 0.75, 0.5, 0.25);
    }

    private void assertClose(List<double[]> actual, List<double[]> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(actual.stream().flatMapToDouble(DoubleStream::of).toArray())
                .containsExactly(
                        expected.stream().flatMapToDouble(DoubleStream::of).toArray(), precision.tolerance);
    }
}
