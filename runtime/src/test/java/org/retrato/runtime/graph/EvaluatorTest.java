package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.retrato.api.Tensor.concat;
import static org.retrato.api.Tensor.where;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Tensor;

class EvaluatorTest {

    private static double[] numbers(double... numbers) {
        return numbers;
    }

    private static Arguments example(String name, UnaryOperator<Tensor> formula, double... expected) {
        return Arguments.of(name, formula, expected);
    }

    /** Formulas of the matrix [[1, 2, 3], [4, 5, 6]], whose rows are the batch. */
    static Stream<Arguments> examples() {
        return Stream.of(
                example(
                        "arithmetic",
                        x -> x.mul(2).sub(1).div(4).add(x.neg()),
                        -0.75,
                        -1.25,
                        -1.75,
                        -2.25,
                        -2.75,
                        -3.25),
                example("where", x -> where(x.lessThan(3), x, 0), 1, 2, 0, 0, 0, 0),
                example("comparisons", x -> x.lessOrEqual(2).add(x.equalTo(2)).add(x.greaterThan(5)), 1, 2, 0, 0, 0, 1),
                example(
                        "logic",
                        x -> x.greaterOrEqual(2)
                                .and(x.lessThan(5))
                                .or(x.equalTo(6))
                                .not(),
                        1,
                        0,
                        0,
                        0,
                        1,
                        0),
                example("clamp", x -> x.clamp(2, 4.5), 2, 2, 3, 4, 4.5, 4.5),
                example("floor and sign", x -> x.div(4).floor().mul(x.sub(5).sign()), 0, 0, 0, -1, 0, 1),
                example("sum of all", Tensor::sum, 21),
                example("sum of columns", x -> x.sum(0), 5, 7, 9),
                example("sum of rows", x -> x.sum(1), 6, 15),
                example("mean of all", Tensor::mean, 3.5),
                example("mean of columns", x -> x.mean(0), 2.5, 3.5, 4.5),
                example("largest", Tensor::max, 6),
                example("largest of columns", x -> x.max(0), 4, 5, 6),
                example("smallest of rows", x -> x.min(1), 1, 4),
                example("transpose", Tensor::transpose, 1, 4, 2, 5, 3, 6),
                example("matrix product", x -> x.matmul(x.transpose()), 14, 32, 32, 77),
                example("slice", x -> x.slice(1, 1, 3), 2, 3, 5, 6),
                example("concat", x -> concat(1, x.slice(1, 2, 3), x), 3, 1, 2, 3, 6, 4, 5, 6),
                example("rows minus their first", x -> x.sub(x.slice(1, 0, 1)), 0, 1, 2, 0, 1, 2),
                example("columns minus their mean", x -> x.sub(x.mean(0)), -1.5, -1.5, -1.5, 1.5, 1.5, 1.5),
                example("outer sum", x -> x.sum(1).unsqueeze(1).add(x.sum(0)), 11, 13, 15, 20, 22, 24),
                example("reshape", x -> x.reshape(-1, 3, 1).max(1).squeeze(1), 3, 6),
                example(
                        "repeated in the middle",
                        x -> x.unsqueeze(1)
                                .add(x.sum(0).unsqueeze(1).slice(0, 0, 2))
                                .max(2),
                        8,
                        10,
                        11,
                        13),
                example("powers", x -> x.pow(3).add(x.rpow(2)).add(x.pow(x)), 4, 16, 62, 336, 3282, 46936));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void computes_what_a_hand_computes(String name, UnaryOperator<Tensor> formula, double[] expected) {
        var x = new Graph().input("x", Shape.of(Shape.BATCH, 3));
        var output = (Node) formula.apply(x);

        var values = new Evaluator(List.of(x), List.of(output)).evaluate(2, numbers(1, 2, 3, 4, 5, 6));

        assertThat(values.getFirst()).containsExactly(expected, within(1e-12));
    }

    @Test
    void extreme_logits_have_finite_soft_maxima() {
        var x = new Graph().input("x", Shape.of(Shape.BATCH, 3));
        var outputs = List.of((Node) x.softmax(-1), (Node) x.logSoftmax(-1), (Node) x.logSumExp(-1));

        var values = new Evaluator(List.of(x), outputs)
                .evaluate(3, numbers(1000, 1000, -1000, -800, -800, -800, 0, 0, Double.NEGATIVE_INFINITY));

        var third = Math.log(1. / 3);
        assertThat(values.get(0))
                .containsExactly(numbers(0.5, 0.5, 0, 1. / 3, 1. / 3, 1. / 3, 0.5, 0.5, 0), within(1e-15));
        assertThat(values.get(1))
                .startsWith(
                        numbers(-Math.log(2), -Math.log(2), -2000 - Math.log(2), third, third, third), within(1e-12));
        assertThat(values.get(2))
                .containsExactly(numbers(1000 + Math.log(2), -800 - third, Math.log(2)), within(1e-12));
    }

    @Test
    void log_sum_exp_of_nothing_but_minus_infinity_is_minus_infinity() {
        var x = new Graph().input("x", Shape.of(2));
        var output = (Node) x.logSumExp(0);

        assertThat(new Evaluator(List.of(x), List.of(output))
                        .evaluate(1, numbers(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
                        .getFirst())
                .containsExactly(Double.NEGATIVE_INFINITY);
    }

    @Test
    void the_same_evaluator_takes_any_number_of_rows() {
        var x = new Graph().input("x", Shape.of(Shape.BATCH));
        var evaluator = new Evaluator(List.of(x), List.of((Node) x.mean()));

        assertThat(evaluator.evaluate(1, numbers(3)).getFirst()).containsExactly(3);
        assertThat(evaluator.evaluate(4, numbers(1, 2, 3, 4)).getFirst()).containsExactly(2.5);
    }

    @Test
    void what_is_given_need_not_be_an_input() {
        var x = new Graph().input("x", Shape.SCALAR);
        var middle = x.exp();
        var evaluator = new Evaluator(List.of(middle), List.of((Node) middle.add(1)));

        assertThat(evaluator.evaluate(1, numbers(4)).getFirst()).containsExactly(5);
    }

    @Test
    void a_deep_formula_does_not_overflow_the_stack() {
        var x = new Graph().input("x", Shape.SCALAR);
        Tensor deep = x;
        for (var round = 0; round < 4000; round++) {
            deep = deep.sin();
        }
        var gradient = Gradient.of((Node) deep, x.graph().constant(1, Shape.SCALAR), List.of(x));

        assertThat(new Evaluator(List.of(x), gradient).evaluate(1, numbers(1)).getFirst()[0])
                .isBetween(0.0, 1.0);
        assertThat(Formula.of((Node) deep).text()).startsWith("sin(sin(").endsWith("sin(x" + ")".repeat(4000));
    }

    @Test
    void refuses_what_is_missing_or_of_the_wrong_size() {
        var x = new Graph().input("x", Shape.of(Shape.BATCH, 3));
        var y = x.graph().input("y", Shape.SCALAR);
        var evaluator = new Evaluator(List.of(x, y), List.of((Node) x.add(y)));

        assertThatThrownBy(() -> new Evaluator(List.of(x), List.of((Node) x.add(y))))
                .hasMessage("the value of the input 'y' is not given");
        assertThatThrownBy(() -> evaluator.evaluate(1, numbers(1, 2, 3)))
                .hasMessage("1 values are given for the 2 inputs");
        assertThatThrownBy(() -> evaluator.evaluate(2, numbers(1, 2, 3), numbers(1)))
                .hasMessage("3 elements are given for the input 'x' [batch, 3], which with 2 rows has 6");
    }

    @Test
    void scalars_are_computed_as_the_evaluator_does() {
        var graph = new Graph();
        var step = graph.input("step", Shape.SCALAR);
        var rate = graph.input("rate", Shape.of(1));
        var correction = (Node) step.rpow(0.999).rsub(1).sqrt();
        var outputs = List.of(
                (Node) rate.mul(correction).div(graph.batchSize()).squeeze(0),
                (Node) where(step.lessThan(10), step.mul(0.1), 1),
                correction,
                rate);
        var inputs = List.of(step, rate);

        var scalars = new Scalars(inputs, outputs).evaluate(32, 3, 0.01);

        var expected = new Evaluator(inputs, outputs).evaluate(32, numbers(3), numbers(0.01));
        assertThat(scalars)
                .containsExactly(
                        expected.stream().mapToDouble(value -> value[0]).toArray());
        assertThat(scalars[0]).isEqualTo(0.01 * Math.sqrt(1 - Math.pow(0.999, 3)) / 32, within(1e-18));
    }

    @Test
    void scalars_may_be_computed_from_a_reduction_that_is_given() {
        var graph = new Graph();
        var gradient = graph.input("gradient", Shape.of(4));
        var total = gradient.square().sum();
        var norm = (Node) ((Node) total).sqrt();

        assertThat(new Scalars(List.of((Node) total), List.of(norm)).evaluate(1, 9))
                .containsExactly(3);
        assertThatThrownBy(() -> new Scalars(List.of(), List.of(norm)))
                .hasMessage("the input 'gradient' [4] is needed, which is not a scalar that can be computed");
        assertThatThrownBy(() -> new Scalars(List.of((Node) total), List.of(norm)).evaluate(1))
                .hasMessage("0 values are given for the 1 inputs");
    }
}
