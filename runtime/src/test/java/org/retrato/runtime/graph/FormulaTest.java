package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.api.Tensor.where;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Tensor;

class FormulaTest {

    private final Graph graph = new Graph();
    private final Node x = graph.input("x", Shape.of(Shape.BATCH, 4));
    private final Node output = graph.input("output", Shape.of(Shape.BATCH, 4));
    private final Node target = graph.input("target", Shape.of(Shape.BATCH, 4));

    private static String text(Tensor result) {
        return Formula.of((Node) result).text();
    }

    private static String latex(Tensor result) {
        return Formula.of((Node) result).latex();
    }

    private String derivative(Tensor result, Node input) {
        var node = (Node) result;
        return text(Gradient.of(node, graph.constant(1, node.shape()), List.of(input))
                .getFirst());
    }

    private Tensor mse() {
        return output.sub(target).square();
    }

    private Tensor huber(double delta) {
        var error = output.sub(target).abs();
        return where(
                error.lessThan(delta),
                error.square().mul(0.5),
                error.sub(0.5 * delta).mul(delta));
    }

    private Tensor crossEntropy() {
        return output.logSoftmax(-1).mul(target).sum(-1).neg();
    }

    private SequencedMap<String, Node> adam() {
        var shape = Shape.of(3, 2);
        var gradient = graph.input("gradient", shape);
        var iteration = graph.input("iteration", Shape.SCALAR);
        var first = graph.input("mean", shape).mul(0.9).add(gradient.mul(1 - 0.9));
        var second =
                graph.input("variance", shape).mul(0.999).add(gradient.square().mul(1 - 0.999));
        var rate = graph.input("learningRate", Shape.SCALAR);
        var mean = first.div(iteration.rpow(0.9).rsub(1));
        var variance = second.div(iteration.rpow(0.999).rsub(1));
        var parameter = graph.input("parameter", shape)
                .sub(mean.mul(rate).div(variance.sqrt().add(1e-8)));
        var results = new LinkedHashMap<String, Node>();
        results.put("mean", (Node) first);
        results.put("variance", (Node) second);
        results.put("parameter", (Node) parameter);
        return results;
    }

    @Test
    void the_mean_squared_error_reads_as_a_square() {
        assertThat(text(mse())).isEqualTo("(output − target)²");
        assertThat(latex(mse())).isEqualTo("\\left(\\mathrm{output} - \\mathrm{target}\\right)^{2}");
        assertThat(derivative(mse(), output)).isEqualTo("2·(output − target)");
    }

    @Test
    void huber_writes_the_error_once() {
        assertThat(text(huber(1))).isEqualTo("where(u < 1, 0.5·u², u − 0.5) with u = |output − target|");
        assertThat(latex(huber(0.5)))
                .isEqualTo("\\begin{cases} 0.5 \\cdot u^{2} & \\text{if } u < 0.5 \\\\ "
                        + "0.5 \\cdot \\left(u - 0.25\\right) & \\text{otherwise} \\end{cases} "
                        + "\\quad\\text{with } u = \\left|\\mathrm{output} - \\mathrm{target}\\right|");
        assertThat(derivative(huber(0.5), output))
                .isEqualTo("where(v < 0.5, v, 0.5)·sign(u) with u = output − target, v = |u|");
    }

    @Test
    void cross_entropy_and_its_gradient_read_as_in_a_textbook() {
        assertThat(text(crossEntropy())).isEqualTo("−sum₁(logSoftmax(output)·target)");
        assertThat(latex(crossEntropy()))
                .isEqualTo("-\\operatorname{sum}_{1}\\left("
                        + "\\operatorname{logSoftmax}\\left(\\mathrm{output}\\right) \\cdot \\mathrm{target}\\right)");
        assertThat(derivative(crossEntropy(), output)).isEqualTo("softmax(output)·sum₁(target) − target");
    }

    @Test
    void adam_reads_as_three_assignments() {
        assertThat(Formula.of(adam()).text()).isEqualTo("""
                        mean ← 0.9·mean + 0.1·gradient
                        variance ← 0.999·variance + 0.001·gradient²
                        parameter ← parameter − mean/(1 − 0.9^iteration)·learningRate/(√(variance/(1 − 0.999^iteration)) + 1e-8)""");
        assertThat(Formula.of(adam()).latex().lines())
                .startsWith("\\mathrm{mean} \\leftarrow 0.9 \\cdot \\mathrm{mean} + 0.1 \\cdot \\mathrm{gradient}")
                .last()
                .asString()
                .endsWith("{\\sqrt{\\frac{\\mathrm{variance}}{1 - 0.999^{\\mathrm{iteration}}}} + 10^{-8}}");
    }

    static Stream<Arguments> activations() {
        return Stream.of(
                activation(x -> x.maximum(0), "max(x, 0)", "where(0 < x, 1, 0)"),
                activation(
                        x -> where(x.greaterThan(0), x, x.mul(0.01)),
                        "where(0 < x, x, 0.01·x)",
                        "where(0 < x, 1, 0.01)"),
                activation(Tensor::sigmoid, "σ(x)", "u·(1 − u) with u = σ(x)"),
                activation(Tensor::tanh, "tanh(x)", "1 − tanh(x)²"),
                activation(Tensor::softplus, "softplus(x)", "σ(x)"),
                activation(
                        x -> x.mul(x.softplus().tanh()),
                        "x·tanh(softplus(x))",
                        "u + x·(1 − u²)·σ(x) with u = tanh(softplus(x))"),
                activation(
                        x -> x.mul(0.5).mul(x.div(Math.sqrt(2)).erf().add(1)),
                        "0.5·x·(erf(x/√2) + 1)",
                        "0.5·x·2/√π·exp(−(x/√2)²)/√2 + 0.5·(erf(x/√2) + 1)"),
                activation(
                        x -> where(x.greaterThan(0), x, x.expm1().mul(1.67)),
                        "where(0 < x, x, 1.67·(exp(x) − 1))",
                        "where(0 < x, 1, 1.67·exp(x))"),
                activation(
                        x -> x.slice(-1, 0, 2).mul(x.slice(-1, 2, 4).sigmoid()),
                        "x[:, 0:2]·σ(x[:, 2:4])",
                        "concat(u, x[:, 0:2]·u·(1 − u)) with u = σ(x[:, 2:4])"),
                activation(x -> x.mul(30).sin(), "sin(30·x)", "30·cos(30·x)"),
                activation(x -> x.abs().rsub(1).maximum(0), "max(1 − |x|, 0)", "where(0 < 1 − |x|, −sign(x), 0)"),
                activation(x -> x.logSumExp(-1), "logSumExp(x)", "softmax(x)"),
                activation(x -> x.pow(5).add(x.pow(-1.5)), "x⁵ + x^(−1.5)", "5·x⁴ − 1.5·x^(−2.5)"));
    }

    private static Arguments activation(UnaryOperator<Tensor> function, String text, String derivative) {
        return Arguments.of(text, derivative, function);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("activations")
    void activations_and_their_derivatives_are_short(String text, String derivative, UnaryOperator<Tensor> function) {
        assertThat(text(function.apply(x))).isEqualTo(text);
        assertThat(derivative(function.apply(x), x)).isEqualTo(derivative);
    }

    @Test
    void parentheses_stand_where_they_are_needed() {
        assertThat(text(x.sub(output.sub(target)))).isEqualTo("x − (output − target)");
        assertThat(text(x.sub(output).sub(target))).isEqualTo("x − output − target");
        assertThat(text(x.add(output).mul(target.sub(1)))).isEqualTo("(x + output)·(target − 1)");
        assertThat(text(x.div(output.mul(target)))).isEqualTo("x/(output·target)");
        assertThat(text(x.add(output).neg())).isEqualTo("−(x + output)");
        assertThat(text(x.neg().pow(5))).isEqualTo("(−x)⁵");
        assertThat(text(x.sqrt().square())).isEqualTo("(√x)²");
        assertThat(text(x.add(-1.5))).isEqualTo("x − 1.5");
        assertThat(text(x.lessThan(0).and(x.greaterThan(-1)).mul(output))).isEqualTo("[x < 0 ∧ −1 < x]·output");
        assertThat(text(where(x, x.lessThan(0).not(), 2))).isEqualTo("where(x ≠ 0, [¬(x < 0)], 2)");
    }

    @Test
    void reductions_say_along_which_axis() {
        assertThat(text(x.sum())).isEqualTo("sum(x)");
        assertThat(text(x.mean())).isEqualTo("mean(x)");
        assertThat(text(x.max(0))).isEqualTo("max₀(x)");
        assertThat(text(x.sub(x.mean(1).unsqueeze(1)))).isEqualTo("x − mean₁(x)");
        assertThat(text(x.softmax(1))).isEqualTo("softmax(x)");
        assertThat(text(x.transpose().matmul(x))).isEqualTo("xᵀ × x");
    }

    @Test
    void numbers_are_short() {
        assertThat(text(x.mul(Math.PI))).isEqualTo("π·x");
        assertThat(text(x.mul(1e-8))).isEqualTo("1e-8·x");
        assertThat(text(x.mul(1 - 0.9))).isEqualTo("0.1·x");
        assertThat(text(x.mul(2.5e10))).isEqualTo("2.5e10·x");
        assertThat(text(x.minimum(Double.POSITIVE_INFINITY))).isEqualTo("min(x, ∞)");
        assertThat(latex(x.mul(2.5e10))).isEqualTo("2.5 \\cdot 10^{10} \\cdot x");
    }

    @Test
    void names_that_the_author_gave_are_used() {
        assertThat(text(x.div(output.sqrt().add(1).named("denominator"))))
                .isEqualTo("x/denominator with denominator = √output + 1");
    }

    @Test
    void a_result_gets_a_prime_where_its_old_value_is_needed_too() {
        var velocity = graph.input("velocity", Shape.SCALAR);
        var results = new LinkedHashMap<String, Node>();
        results.put("velocity", (Node) velocity.mul(0.5));
        results.put("parameter", (Node) velocity.mul(0.5).sub(velocity));

        assertThat(Formula.of(results).text()).isEqualTo("velocity′ ← 0.5·velocity\nparameter ← velocity′ − velocity");
    }
}
