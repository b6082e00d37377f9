package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.api.Tensor.where;
import static org.retrato.runtime.graph.GradientTest.gradient;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Tensor;

class KinkTest {

    @Test
    void abs_and_sign_have_gradient_0_at_0() {
        assertThat(gradient(Tensor::abs, 1, -2, 0, 2)).containsExactly(-1, 0, 1);
        assertThat(gradient(Tensor::sign, 1, -2, 0, 2)).containsExactly(0, 0, 0);
    }

    @Test
    void floor_and_conditions_have_gradient_0() {
        assertThat(gradient(Tensor::floor, 1, -2, 0, 2.5)).containsExactly(0, 0, 0);
        assertThat(gradient(x -> x.lessThan(1).add(x.lessOrEqual(1)).add(x.equalTo(1)), 1, -2, 1, 2.5))
                .containsExactly(0, 0, 0);
    }

    @Test
    void maximum_and_minimum_pass_the_gradient_to_the_argument_where_both_are_equal() {
        assertThat(gradient(x -> x.maximum(0), 1, -1, 0, 1)).containsExactly(0, 0, 1);
        assertThat(gradient(x -> x.minimum(0), 1, -1, 0, 1)).containsExactly(1, 0, 0);
        assertThat(gradient(x -> x.constant(0).maximum(x), 1, -1, 0, 1)).containsExactly(0, 1, 1);
        assertThat(gradient(x -> x.constant(0).minimum(x), 1, -1, 0, 1)).containsExactly(1, 1, 0);
    }

    @Test
    void equal_largest_elements_share_the_gradient_evenly() {
        assertThat(gradient(x -> x.max(1), 2, 5, 5, 1, 2, 2, 2)).containsExactly(0.5, 0.5, 0, 1. / 3, 1. / 3, 1. / 3);
        assertThat(gradient(x -> x.min(1), 2, 5, 5, 1, 1, 1, 2)).containsExactly(0, 0, 1, 0.5, 0.5, 0);
    }

    @Test
    void a_power_of_0_has_a_finite_gradient_by_its_exponent() {
        var graph = new Graph();
        var base = graph.input("base", Shape.of(3));
        var exponent = graph.input("exponent", Shape.of(3));
        var gradients = Gradient.of(base.pow(exponent), graph.constant(1, Shape.of(3)), List.of(base, exponent));
        var values = new Evaluator(List.of(base, exponent), gradients)
                .evaluate(1, new double[] {0, 0, 2}, new double[] {2, 1, 0});

        assertThat(values.getFirst()).containsExactly(0, 1, 0);
        assertThat(values.getLast()).containsExactly(0, 0, Math.log(2));
    }

    @Test
    void a_negative_base_with_a_constant_exponent_has_no_logarithm() {
        assertThat(gradient(x -> x.pow(4), 1, -2, 0, 2)).containsExactly(-32, 0, 32);
    }

    private static Arguments formula(String name, UnaryOperator<Tensor> formula) {
        return Arguments.of(name, formula);
    }

    /** Formulas whose gradient is 0 in the first column, where their hidden branch has an infinite one. */
    static Stream<Arguments> guarded() {
        return Stream.of(
                formula("root", x -> where(x.greaterThan(0), x.sqrt(), 0)),
                formula("the other branch", x -> where(x.lessOrEqual(0), 0, x.sqrt())),
                formula("negated condition", x -> where(x.lessOrEqual(0).not(), x.sqrt(), 0)),
                formula("quotient", x -> where(x.equalTo(0), 0, x.sin().div(x))),
                formula("logarithm in a product", x -> where(x.greaterThan(0), x.mul(x.log()), 0)),
                formula(
                        "overflow",
                        x -> where(x.greaterThan(0), x.sub(1).mul(-1000).exp(), 0)),
                formula("power", x -> where(x.greaterThan(0), x.pow(0.3), 0)),
                formula(
                        "inside a sum",
                        x -> where(
                                x.slice(1, 0, 1).greaterThan(0), x.sqrt().sum(1).unsqueeze(1), 0)),
                formula(
                        "repeated",
                        x -> where(
                                x.slice(1, 0, 1).greaterThan(0),
                                x.slice(1, 0, 1).sqrt().add(x),
                                0)),
                formula(
                        "never taken",
                        x -> where(x.constant(0), x.slice(1, 0, 1).sqrt(), x).slice(1, 1, 3)),
                formula(
                        "behind a matrix",
                        x -> where(
                                x.slice(1, 0, 1).greaterThan(0),
                                x.sqrt().matmul(((Node) x).graph().constant(2, Shape.of(3, 2))),
                                0)),
                formula(
                        "under a slice and a reshape",
                        x -> where(
                                x.slice(1, 0, 1).greaterThan(0),
                                x.sqrt().slice(1, 0, 1).reshape(-1).unsqueeze(1),
                                0)),
                formula(
                        "under an append",
                        x -> where(x.slice(1, 0, 1).greaterThan(0), x.sqrt().append(1, x), 0)),
                formula("under a maximum", x -> where(x.greaterThan(0), x.sqrt().maximum(0.5), 0)),
                formula("a clamped logarithm", x -> x.log().maximum(-100)),
                formula(
                        "two of them",
                        x -> where(x.greaterThan(1), x.sqrt(), 0)
                                .add(where(x.greaterThan(0), x.sqrt().mul(3), 0))),
                formula("nested", x -> where(x.lessThan(7), where(x.greaterThan(0), x.sqrt(), 2), 0)),
                formula("a number as condition", x -> where(x, x.sqrt(), 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guarded")
    void the_branch_that_where_does_not_take_contributes_exactly_0(String name, UnaryOperator<Tensor> formula) {
        var values = gradient(formula, 2, 0, 4, 9, 0, 16, 25);

        assertThat(values[0]).isZero();
        assertThat(values[3]).isZero();
        assertThat(values).doesNotContain(Double.NaN);
    }

    @Test
    void both_branches_of_where_may_use_the_same_root() {
        assertThat(gradient(
                        x -> {
                            var root = x.sqrt();
                            return where(x.greaterThan(4), root.mul(2), root.neg());
                        },
                        1,
                        1,
                        4,
                        16))
                .containsExactly(-0.5, -0.25, 0.25);
    }
}
