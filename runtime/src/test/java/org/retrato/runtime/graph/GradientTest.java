package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.retrato.api.Tensor.concat;
import static org.retrato.api.Tensor.where;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Tensor;

class GradientTest {

    private static Arguments function(String name, UnaryOperator<Tensor> function) {
        return Arguments.of(name, function);
    }

    private static Arguments binary(String name, BinaryOperator<Tensor> function) {
        return Arguments.of(name, function);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("neg", Tensor::neg),
                function("abs", Tensor::abs),
                function("exp", Tensor::exp),
                function("expm1", Tensor::expm1),
                function("sin", Tensor::sin),
                function("cos", Tensor::cos),
                function("tanh", Tensor::tanh),
                function("sigmoid", Tensor::sigmoid),
                function("softplus", Tensor::softplus),
                function("erf", Tensor::erf),
                function("square", Tensor::square),
                function("cube", x -> x.pow(3)),
                function("fifth power", x -> x.pow(5)),
                function("sign times x", x -> x.sign().mul(x)),
                function("floor plus x", x -> x.floor().add(x)),
                function("clamp", x -> x.clamp(-0.5, 0.7)),
                function("reciprocal of a bell", x -> x.square().add(1).reciprocal()),
                function("2 to the power x", x -> x.rpow(2)),
                function("swish", x -> x.mul(x.sigmoid())),
                function("mish", x -> x.mul(x.softplus().tanh())),
                function("gelu", x -> x.mul(0.5).mul(x.div(Math.sqrt(2)).erf().add(1))),
                function("elu", x -> where(x.greaterThan(0), x, x.expm1())),
                function("glu", x -> x.slice(-1, 0, 2).mul(x.slice(-1, 2, 4).sigmoid())),
                function("maxout", x -> x.reshape(-1, 2, 2).max(2)),
                function("softmax", x -> x.softmax(-1)),
                function("logSoftmax", x -> x.logSoftmax(-1)),
                function("logSumExp", x -> x.logSumExp(-1)),
                function("sum", Tensor::sum),
                function("sum of squares of columns", x -> x.square().sum(0)),
                function("mean of squares", x -> x.square().mean()),
                function("mean of rows", x -> x.square().mean(1)),
                function("max", Tensor::max),
                function("min of columns", x -> x.min(0)),
                function("standardized rows", GradientTest::standardized),
                function("transpose", x -> x.transpose().matmul(x)),
                function("concat", x -> concat(-1, x.slice(1, 3, 4), x.exp(), x.slice(1, 0, 2))),
                function("unsqueeze and squeeze", x -> x.unsqueeze(0).squeeze(0).square()),
                function(
                        "shared subexpressions",
                        x -> x.exp().mul(x.exp().add(x)).add(x.exp())));
    }

    private static Tensor standardized(Tensor x) {
        var centred = x.sub(x.mean(1).unsqueeze(1));
        return centred.div(centred.square().mean(1).unsqueeze(1).add(1e-3).sqrt());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void the_gradient_is_the_limit_of_differences(String name, UnaryOperator<Tensor> function) {
        Differences.between(-2, 2).check(function);
    }

    static Stream<Arguments> functionsOfPositives() {
        return Stream.of(
                function("sqrt", Tensor::sqrt),
                function("log", Tensor::log),
                function("log1p", Tensor::log1p),
                function("reciprocal", Tensor::reciprocal),
                function("power 1/2", x -> x.pow(0.5)),
                function("power -1.5", x -> x.pow(-1.5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functionsOfPositives")
    void the_gradient_is_the_limit_of_differences_where_defined(String name, UnaryOperator<Tensor> function) {
        Differences.between(0.1, 2).check(function);
    }

    static Stream<Arguments> binaries() {
        return Stream.of(
                binary("add", Tensor::add),
                binary("sub", Tensor::sub),
                binary("mul", Tensor::mul),
                binary("div", Tensor::div),
                binary("pow", Tensor::pow),
                binary("maximum", Tensor::maximum),
                binary("minimum", Tensor::minimum),
                binary("where", (x, y) -> where(x.lessThan(y), x.mul(y), x.div(y))),
                binary("dice", GradientTest::dice));
    }

    private static Tensor dice(Tensor x, Tensor y) {
        var overlap = x.mul(y).sum().mul(2).add(1);
        return overlap.div(x.sum().add(y.sum()).add(1)).rsub(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("binaries")
    void the_gradient_by_both_operands_is_the_limit_of_differences(String name, BinaryOperator<Tensor> function) {
        Differences.between(0.1, 2).check(function::apply);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("binaries")
    void the_gradient_by_a_repeated_operand_adds_up(String name, BinaryOperator<Tensor> function) {
        var check = Differences.between(0.1, 2);
        check.shaped(Shape.of(Shape.BATCH, 4), Shape.of(4)).check(function::apply);
        check.shaped(Shape.SCALAR, Shape.of(Shape.BATCH, 4)).check(function::apply);
        check.shaped(Shape.of(Shape.BATCH, 1), Shape.of(2, 1, 4)).check(function::apply);
    }

    @Test
    void the_gradient_by_both_matrices_is_the_limit_of_differences() {
        Differences.between(-2, 2)
                .shaped(Shape.of(Shape.BATCH, 4), Shape.of(4, 2))
                .check((x, y) -> x.matmul(y).tanh());
    }

    @Test
    void cross_entropy_with_extreme_logits_has_a_finite_gradient() {
        var graph = new Graph();
        var output = graph.input("output", Shape.of(Shape.BATCH, 3));
        var target = graph.input("target", Shape.of(Shape.BATCH, 3));
        var loss = (Node) output.logSoftmax(-1).mul(target).sum(-1).neg();
        var gradient = Gradient.of(loss, graph.constant(1, loss.shape()), List.of(output));

        var values = new Evaluator(List.of(output, target), gradient)
                .evaluate(2, new double[] {1000, 0, -1000, -1e308, 1e308, 0}, new double[] {0, 1, 0, 0, 1, 0});

        assertThat(values.getFirst()).containsExactly(1, -1, 0, 0, 0, 0);
    }

    @Test
    void log_sum_exp_of_extreme_logits_has_the_softmax_as_its_gradient() {
        var values = gradient(x -> x.logSumExp(-1), 2, 800, 800, -800, -800, -800, Double.NEGATIVE_INFINITY);

        assertThat(values).containsExactly(new double[] {0.5, 0.5, 0, 0.5, 0.5, 0}, within(1e-15));
    }

    @Test
    void a_gradient_can_be_differentiated_again() {
        Differences.between(-1, 1).check(x -> {
            var node = (Node) x;
            var cube = (Node) x.mul(x).mul(x.sin());
            return Gradient.of(cube, node.graph().constant(1, cube.shape()), List.of(node))
                    .getFirst();
        });
    }

    @Test
    void no_gradient_flows_through_detach() {
        assertThat(gradient(x -> x.mul(x.detach()), 1, 3, 4, 5)).containsExactly(3, 4, 5);
    }

    @Test
    void the_gradient_by_something_unused_is_zero() {
        assertThat(gradient(x -> x.detach().sum(0), 1, 3, 4, 5)).containsExactly(0, 0, 0);
    }

    @Test
    void the_gradient_by_the_output_itself_is_the_seed() {
        var graph = new Graph();
        var x = graph.input("x", Shape.of(3));
        var seed = graph.input("seed", Shape.of(3));

        assertThat(Gradient.of(x, seed, List.of(x))).containsExactly(seed);
    }

    @Test
    void the_gradient_by_something_on_the_way_can_be_asked_for() {
        var graph = new Graph();
        var x = graph.input("x", Shape.SCALAR);
        var middle = x.exp();
        var gradients = Gradient.of(middle.sin(), graph.constant(1, Shape.SCALAR), List.of(middle, x));

        assertThat(gradients).containsExactly(middle.cos(), middle.cos().mul(middle));
    }

    @Test
    void the_gradient_of_tanh_and_sigmoid_shares_their_values() {
        var graph = new Graph();
        var x = graph.input("x", Shape.SCALAR);
        var one = graph.constant(1, Shape.SCALAR);
        var tanh = x.tanh();
        var sigmoid = x.sigmoid();

        assertThat(Gradient.of(tanh, one, List.of(x)))
                .containsExactly((Node) tanh.mul(tanh).rsub(1));
        assertThat(Gradient.of(sigmoid, one, List.of(x))).containsExactly(sigmoid.mul(one.sub(sigmoid)));
    }

    @Test
    void the_gradient_of_a_formula_without_where_chooses_nothing() {
        var graph = new Graph();
        var x = graph.input("x", Shape.of(Shape.BATCH, 4));
        var output =
                (Node) concat(1, x.slice(1, 0, 2).sqrt(), x.softmax(1)).log().mean(1);
        var gradients = Gradient.of(output, graph.input("seed", output.shape()), List.of(x));

        assertThat(Graph.ordered(gradients))
                .noneMatch(node -> node.operation() instanceof Operation.Choose)
                .filteredOn(node -> node.operation() instanceof Operation.Max)
                .hasSize(1);
    }

    @Test
    void a_seed_of_another_shape_is_refused() {
        var graph = new Graph();
        var x = graph.input("x", Shape.of(3));

        assertThatThrownBy(() -> Gradient.of(x, graph.constant(1, Shape.SCALAR), List.of(x)))
                .hasMessage("the seed has the shape [], the output [3]; they must be equal");
    }

    /** Returns the gradient of the sum of a formula of a matrix with three columns. */
    static double[] gradient(UnaryOperator<Tensor> formula, int rows, double... values) {
        var graph = new Graph();
        var x = graph.input("x", Shape.of(Shape.BATCH, 3));
        var output = (Node) formula.apply(x);
        var gradients = Gradient.of(output, graph.constant(1, output.shape()), List.of(x));
        return new Evaluator(List.of(x), gradients).evaluate(rows, values).getFirst();
    }
}
