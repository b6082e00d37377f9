package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

class ParameterTest {

    private final Node x = Graph.ofActivation().input("x", Shape.of(Shape.BATCH, 3));

    @Test
    void a_parameter_is_an_input_with_a_beginning() {
        var slope = x.parameter("slope", 0.25);
        var bend = x.parameter("bend", -1, 2, x.size(-1));

        assertThat(x.graph().parameters())
                .containsExactly(new Parameter("slope", 0.25, slope), new Parameter("bend", -1, bend));
        assertThat(slope.shape()).isEqualTo(Shape.SCALAR);
        assertThat(bend.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(Formula.of(x.mul(slope)).text()).isEqualTo("x·slope");
    }

    @Test
    void the_same_name_is_the_same_parameter() {
        assertThat(x.parameter("slope", 0.25)).isSameAs(x.mul(2).parameter("slope", 0.25));
        assertThat(x.graph().parameters()).hasSize(1);
    }

    @Test
    void the_same_name_with_another_beginning_or_shape_is_refused() {
        x.parameter("slope", 0.25);

        refuses(
                () -> x.parameter("slope", 0.5),
                "the parameter 'slope' begins at 0.25 with the shape [], and is asked for again with 0.5 and [];"
                        + " give each its own name");
        refuses(
                () -> x.parameter("slope", 0.25, 3),
                "the parameter 'slope' begins at 0.25 with the shape [], and is asked for again with 0.25 and [3];"
                        + " give each its own name");
    }

    @Test
    void a_parameter_that_says_too_little_is_refused() {
        refuses(() -> x.parameter(" ", 0), "a parameter has no name; give it one, as \"slope\"");
        refuses(() -> x.parameter("x", 0), "the parameter 'x' has the name of an input; choose another");
        refuses(() -> x.parameter("slope", Double.NaN), "the parameter 'slope' begins at NaN; give it a finite number");
        refuses(
                () -> x.parameter("slope", 0, 2, -1),
                "the parameter 'slope' has the sizes [2, -1], each of which must be at least 1; x.size(-1) is the number"
                        + " of units");
    }

    @Test
    void a_loss_and_an_optimizer_learn_nothing() {
        var remedy = " would be learned, which only the formula of an activation can ask for; take a record component"
                + " for a number that users choose, and step.state for what an optimizer remembers";
        record Hopeful() implements Loss {
            @Override
            public Tensor apply(Tensor output, Tensor target) {
                return output.sub(target).mul(output.parameter("weight", 1));
            }
        }
        record Ambitious(double learningRate) implements Optimizer {
            @Override
            public Tensor update(Step step) {
                return step.parameter().sub(step.gradient().parameter("rate", 1));
            }
        }
        var output = new Graph().input("output", Shape.of(Shape.BATCH, 3));

        refuses(
                () -> FormulaException.record(new Hopeful(), () -> new Hopeful().apply(output, output)),
                "the formula of the loss Hopeful[] is wrong: the parameter 'weight'" + remedy);
        refuses(
                () -> FormulaException.record(new Ambitious(1), () -> output.parameter("rate", 1)),
                "the formula of the optimizer Ambitious[learningRate=1.0] is wrong: the parameter 'rate'" + remedy);
        assertThat(output.graph().parameters()).isEqualTo(List.of());
    }

    private static void refuses(ThrowingCallable formula, String message) {
        assertThatIllegalArgumentException().isThrownBy(formula).withMessage(message);
    }
}
