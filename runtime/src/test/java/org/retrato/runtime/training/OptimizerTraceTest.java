package org.retrato.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.api.Step;
import org.retrato.api.Tensor;
import org.retrato.runtime.graph.Shape;

class OptimizerTraceTest {

    /** An optimizer whose formula a test gives. */
    @FunctionalInterface
    private interface Formula extends Optimizer {
        @Override
        default double learningRate() {
            return 1;
        }
    }

    private record Frozen(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            return step.parameter().sub(step.gradient().mul(learningRate));
        }
    }

    @Test
    void an_optimizer_that_ignores_the_learning_rate_of_the_step_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(new Frozen(0.5)))
                .withMessage(
                        "the formula of the optimizer Frozen[learningRate=0.5] is wrong: it does not use step.learningRate(),"
                                + " so that schedules would not reach it; use it in place of the field");
    }

    @Test
    void a_learning_rate_that_is_used_within_a_state_only_is_enough() {
        assertThatNoException()
                .isThrownBy(() -> formula(step -> step.parameter()
                        .sub(step.state(
                                "step", old -> old.mul(0.9).add(step.gradient().mul(step.learningRate()))))));
    }

    @Test
    void an_update_of_another_shape_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(step -> step.parameter().sum(0).mul(step.learningRate())))
                .withMessageContaining("turns a parameter of shape [2, 3] into one of shape [3]");
    }

    @Test
    void a_state_declared_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(step -> step.state("mean", old -> old).add(step.state("mean", old -> old))))
                .withMessageEndingWith(" is wrong: the state 'mean' is declared twice; give each its own name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(step -> step.state(
                        "mean", old -> step.state("mean", inner -> inner).add(old))))
                .withMessageEndingWith(" is wrong: the state 'mean' is declared twice; give each its own name");
    }

    @Test
    void a_state_that_changes_its_shape_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(step -> step.state("mean", old -> old.mean(0))))
                .withMessageEndingWith(" is wrong: the state 'mean' has the shape [2, 3], but is updated to [3]");
    }

    @Test
    void a_state_that_begins_with_the_gradient_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(step -> step.state("mean", step.gradient(), old -> old)))
                .withMessageEndingWith(
                        "the initial value of the state 'mean' depends on more than constants and the parameter,"
                                + " which is all there is before the first step");
    }

    @Test
    void a_total_of_more_than_a_number_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(step -> step.parameter().sub(step.total(step.gradient()))))
                .withMessageEndingWith("total takes a scalar from each parameter, but got the shape [2, 3];"
                        + " reduce it first, as total(x.sum())");
    }

    @Test
    void a_point_or_a_gradient_of_another_shape_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> formula(step -> step.gradientAt(step.parameter().sum(0))))
                .withMessageEndingWith("gradientAt takes a tensor of the parameter's shape [2, 3], but got [3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(
                        step -> step.withGradient(step.gradient().sum(1)).parameter()))
                .withMessageEndingWith("withGradient takes a tensor of the parameter's shape [2, 3], but got [2]");
    }

    @Test
    void the_states_of_an_optimizer_within_another_begin_with_its_name() {
        var trace = formula(step -> step.update(new Adam(0.1))
                .add(step.update(new Adam(0.2)))
                .add(step.update(new Optimizers.Clipped(new Adam(0.2), 1)))
                .add(step.state("mean", old -> old)));

        assertThat(trace.states().keySet())
                .containsExactly(
                        "adam.mean",
                        "adam.square",
                        "adam2.mean",
                        "adam2.square",
                        "clipped.adam.mean",
                        "clipped.adam.square",
                        "mean");
    }

    @Test
    void what_is_wrong_with_an_optimizer_within_another_names_the_inner() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(step -> step.update(new Frozen(0.5))))
                .withMessageStartingWith(
                        "the formula of the optimizer Frozen[learningRate=0.5] is wrong: it does not use");
    }

    @Test
    void a_formula_that_exchanges_otherwise_for_another_parameter_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(step -> step.parameter()
                        .mul(step.total(step.constant(1)))
                        .mul(step.role() == Role.bias() ? step.learningRate() : step.total(step.learningRate()))))
                .withMessageContaining("call total and gradientAt differently");
        assertThatNoException()
                .isThrownBy(() -> network(step -> step.parameter()
                        .mul(step.role() == Role.bias() ? step.learningRate() : step.total(step.learningRate()))));
    }

    @Test
    void parameters_that_wait_for_each_other_are_refused() {
        var inner = new Optimizers.Clipped(new Adam(0.1), 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(step -> step.role() == Role.bias()
                        ? step.withGradient(step.gradient().mul(step.total(step.learningRate())))
                                .update(inner)
                        : step.parameter().mul(step.total(step.update(inner).sum()))))
                .withMessageContaining("wait for each other");
    }

    private static TracedOptimizer network(Formula optimizer) {
        return new TracedOptimizer(
                optimizer,
                List.of(
                        new TracedOptimizer.Kind(Shape.of(2, 3), Role.output()),
                        new TracedOptimizer.Kind(Shape.of(3), Role.bias())));
    }

    /** An optimizer that says what it predicts with. */
    private record Evaluated(Function<Step, Tensor> formula) implements Optimizer {

        @Override
        public double learningRate() {
            return 1;
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter()
                    .sub(step.state("mean", old -> old.add(step.gradient())).mul(step.learningRate()));
        }

        @Override
        public Tensor evaluation(Step step) {
            return formula.apply(step);
        }
    }

    @Test
    void an_evaluation_reads_and_nothing_else() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(new Evaluated(step -> step.state("other", old -> old))))
                .withMessageEndingWith(
                        "evaluation declares the state 'other', but only reads; declare it in update, and read"
                                + " it here with state(\"other\")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(new Evaluated(step -> step.state("other"))))
                .withMessageEndingWith("there is no state 'other'; update declares [mean]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(new Evaluated(Step::gradient)))
                .withMessageEndingWith("evaluation uses gradient(), which belongs to update; it reads parameter(),"
                        + " state(name), role() and iteration() only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(step -> step.state("mean")))
                .withMessageEndingWith("state(\"mean\") without an update belongs to evaluation; here, state(\"mean\","
                        + " old -> …) returns the new value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(new Evaluated(step -> step.parameter().sum(0))))
                .withMessageEndingWith("it evaluates a parameter of shape [2, 3] as one of shape [3]");
    }

    @Test
    void an_optimizer_around_another_predicts_as_that_one_does() {
        var inner = new Evaluated(step -> step.state("mean"));
        var trace = formula(new Optimizers.Clipped(new Optimizers.Clipped(inner, 1), 1));

        assertThat(trace.evaluated())
                .isSameAs(trace.states().get("clipped.evaluated.mean").old());
        var plain = formula(new Optimizers.Clipped(new Adam(1), 1));
        assertThat(plain.evaluated()).isSameAs(plain.parameter());
    }

    @Test
    void two_optimizers_that_predict_differently_are_refused() {
        var one = new Evaluated(step -> step.state("mean"));
        var other = new Evaluated(step -> step.state("mean").mul(2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula(step -> step.update(one).add(step.update(other))))
                .withMessageEndingWith(
                        "several optimizers in it predict with other parameters than they train; leave one of them");
    }

    private static OptimizerTrace formula(Formula optimizer) {
        return formula((Optimizer) optimizer);
    }

    private static OptimizerTrace formula(Optimizer optimizer) {
        return OptimizerTrace.of(optimizer, Shape.of(2, 3), Role.hidden());
    }
}
