package org.retrato.runtime.training;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

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

    private static OptimizerTrace formula(Formula optimizer) {
        return formula((Optimizer) optimizer);
    }

    private static OptimizerTrace formula(Optimizer optimizer) {
        return OptimizerTrace.of(optimizer, Shape.of(2, 3), Role.hidden());
    }
}
