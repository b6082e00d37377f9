package org.retrato.runtime.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.retrato.api.Tensor.where;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.loop.Kernel;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

class CompilerTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Compiler compiler = new Compiler(new KernelCompiler());
    private final Graph graph = new Graph();
    private final Node x = graph.input("x", Shape.of(Shape.BATCH, 2));
    private final Node v = graph.input("v", Shape.of(3));
    private final Node s = graph.input("s", Shape.SCALAR);

    @Test
    void an_element_wise_formula_is_one_loop() {
        assertThat(isOneLoop(x.tanh().mul(s.sqrt().add(1)))).isTrue();
        assertThat(isOneLoop(x, x.exp())).isTrue();
        assertThat(isOneLoop(x.sub(x.detach()))).isTrue();
        assertThat(isOneLoop(x)).isTrue();
        assertThat(isOneLoop(x.mul(2), graph.constant(1, x.shape()))).isTrue();
    }

    @Test
    void a_formula_that_looks_at_more_than_one_element_is_not_one_loop() {
        assertThat(isOneLoop(x.softmax(-1))).isFalse();
        assertThat(isOneLoop(v.div(v.sum()))).isFalse();
        assertThat(isOneLoop(v.sub(v.max()))).isFalse();
        assertThat(isOneLoop(v.add(v.slice(0, 0, 1)))).isFalse();
    }

    @Test
    void a_formula_that_depends_on_the_number_of_rows_is_not_one_loop() {
        assertThat(isOneLoop(x.div(graph.batchSize()))).isFalse();
    }

    @Test
    void outputs_of_several_shapes_or_of_rank_0_are_not_one_loop() {
        assertThat(isOneLoop(x, v)).isFalse();
        assertThat(isOneLoop(x.exp(), graph.constant(1, Shape.of(3)))).isFalse();
        assertThat(isOneLoop(x.exp(), s.exp())).isFalse();
    }

    @Test
    void formulas_that_differ_in_their_numbers_alone_share_a_kernel() {
        assertThat(kernels(v.mul(0.1).add(3).tanh()))
                .isEqualTo(kernels(v.mul(0.7).add(-2).tanh()));
        assertThat(kernels(v.mul(0.1).tanh())).isNotEqualTo(kernels(v.mul(0.1).exp()));
    }

    @Test
    void one_loop_may_write_its_outputs_over_its_inputs() {
        var y = graph.input("y", Shape.of(Shape.BATCH, 2));
        var execution =
                compiler.compile(List.of(x, y), List.of(x.add(y), x.sub(y))).start();
        var first = Run.floats(1, 2, 3, 4);
        var second = Run.floats(10, 20, 30, 40);
        execution.input(0, first);
        execution.input(1, second);
        execution.output(0, first);
        execution.output(1, second);
        execution.run(2);

        assertThat(first.array()).startsWith(11, 22, 33, 44);
        assertThat(second.array()).startsWith(-9, -18, -27, -36);
    }

    @Test
    void one_loop_can_compute_any_part_of_its_elements() {
        var execution = compiler.compile(List.of(x), nodes(x.mul(2))).start();
        var input = Run.room(64);
        var output = Run.room(64);
        Arrays.fill(input.array(), 1);
        execution.input(0, input.slice(16, 48));
        execution.output(0, output.slice(16, 48));
        execution.runElements(32);

        assertThat(output.array()).startsWith(new float[16]).endsWith(new float[16]);
        assertThat(Arrays.copyOfRange(output.array(), 16, 48)).containsOnly(2);
    }

    @Test
    void outputs_may_be_inputs_constants_and_repeated() {
        var both = v.exp().sum();
        var outputs =
                List.of(v, graph.constant(7, Shape.of(2)), both, both, v.detach(), s, graph.constant(3, Shape.SCALAR));
        var results = new Run(compiler, List.of(v, s), outputs).on(1, new double[] {0, 0, 0}, new double[] {0.1});

        assertThat(results.get(0)).containsExactly(0, 0, 0);
        assertThat(results.get(1)).containsExactly(7, 7);
        assertThat(results.get(2)).containsExactly(3);
        assertThat(results.get(3)).containsExactly(3);
        assertThat(results.get(4)).containsExactly(0, 0, 0);
        assertThat(results.get(5)).containsExactly(0.1);
        assertThat(results.get(6)).containsExactly(3);
    }

    @Test
    void an_input_that_the_formula_ignores_need_not_be_given() {
        var execution = compiler.compile(List.of(x, v, s), List.of(v.sum())).start();
        execution.input(1, Run.floats(1, 2, 3));
        execution.run(1);

        assertThat(execution.output(0)).isEqualTo(6);
    }

    @Test
    void a_scalar_that_is_repeated_fills_its_output() {
        var results = new Run(compiler, List.of(v, s), List.of(s.broadcast(Shape.of(4)), v.add(s)))
                .on(1, new double[] {1, 2, 3}, new double[] {0.5});

        assertThat(results.get(0)).containsExactly(0.5, 0.5, 0.5, 0.5);
        assertThat(results.get(1)).containsExactly(1.5, 2.5, 3.5);
    }

    @Test
    void dividing_by_one_number_takes_no_quotient_in_the_loop() {
        assertThat(kernels(v.div(s))).isEqualTo(kernels(v.mul(s))).isEqualTo(kernels(v.div(3)));

        var results = new Run(
                        compiler,
                        List.of(v, s),
                        nodes(v.div(s), v.div(s.neg()), v.div(s.add(1).detach())))
                .on(1, new double[] {1, 3, 7}, new double[] {7});

        assertThat(results.get(0)).containsExactly((float) (1 / 7.0), 3 * (float) (1 / 7.0), 1);
        assertThat(results.get(1)).containsExactly((float) (-1 / 7.0), -3 * (float) (1 / 7.0), -1);
        assertThat(results.get(2)).containsExactly(0.125, 0.375, 0.875);
    }

    @Test
    void scalars_are_computed_in_doubles() {
        var correction = graph.constant(0.999, Shape.SCALAR).pow(s).rsub(1);
        var results = new Run(compiler, List.of(s), nodes(correction)).on(1, new double[] {1});

        assertThat(results.getFirst()).containsExactly(1 - 0.999);
    }

    @Test
    void sums_of_many_elements_do_not_lose_the_small_ones() {
        var many = graph.input("many", Shape.of(1 << 20));
        var values = new double[1 << 20];
        Arrays.fill(values, 0.1f);
        var results = new Run(compiler, List.of(many), List.of(many.sum())).on(1, values);

        assertThat(results.getFirst()[0]).isCloseTo(values.length * (double) 0.1f, withinPercentage(1e-10));
    }

    @Test
    void the_number_of_rows_may_change_from_run_to_run() {
        var run = new Run(compiler, List.of(x), List.of(x.exp().sum(-1).log(), x.mean(0), x.sum()));
        for (var rows : List.of(3, 1, 100, 99, 200)) {
            var values = IntStream.range(0, 2 * rows).mapToDouble(i -> i % 2).toArray();
            var results = run.on(rows, values);

            assertThat(results.get(0)).hasSize(rows).containsOnly((float) Math.log(1 + (double) (float) Math.E));
            assertThat(results.get(1)).containsExactly(0, 1);
            assertThat(results.get(2)).containsExactly(rows);
        }
    }

    @Test
    void a_formula_without_a_batch_runs_with_any_number_of_rows() {
        var run = new Run(compiler, List.of(v), List.of(v.sum(0).add(v).sum(0)));

        assertThat(run.on(0, new double[] {1, 2, 3}).getFirst()).containsExactly(24);
        assertThat(run.on(5, new double[] {1, 2, 3}).getFirst()).containsExactly(24);
    }

    @Test
    void memory_may_be_bound_after_a_run() {
        var execution =
                compiler.compile(List.of(v), List.of(v.exp().sum(), v.neg())).start();
        execution.input(0, Run.floats(0, 0, 0));
        execution.run(1);
        var output = Run.room(3);
        execution.output(1, output);
        execution.input(0, Run.floats(1, 2, 3));
        execution.run(1);

        assertThat(output.array()).startsWith(-1, -2, -3);
    }

    static Stream<List<double[]>> comparisons() {
        return Stream.of(
                List.of(new double[] {NAN, 0}, new double[] {0, 0, 0}),
                List.of(new double[] {0, NAN}, new double[] {0, 0, 0}),
                List.of(new double[] {NAN, NAN}, new double[] {0, 0, 0}),
                List.of(new double[] {INFINITY, INFINITY}, new double[] {0, 1, 1}),
                List.of(new double[] {-INFINITY, Float.MAX_VALUE}, new double[] {1, 1, 0}),
                List.of(new double[] {0.0, -0.0}, new double[] {0, 1, 1}),
                List.of(new double[] {3e38, 3.1e38}, new double[] {1, 1, 0}),
                List.of(new double[] {Float.MIN_VALUE, 0}, new double[] {0, 0, 0}));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void comparisons_hold_for_numbers_of_any_size_and_never_for_nan(List<double[]> operandsAndResults) {
        var operands = operandsAndResults.getFirst();
        var a = x.slice(1, 0, 1);
        var b = x.slice(1, 1, 2);
        var outputs = Stream.of(a.lessThan(b), a.lessOrEqual(b), a.equalTo(b))
                .map(Node.class::cast)
                .toList();
        var results = new Run(compiler, List.of(x), outputs).on(1, operands);

        assertThat(results.stream().mapToDouble(result -> result[0])).containsExactly(box(operandsAndResults.get(1)));
    }

    @Test
    void where_takes_a_branch_whole_and_ignores_what_the_other_holds() {
        var safe = (Node) where(
                v.greaterThan(0), v.log(), Tensor.where(v.equalTo(0), v, v.neg().sqrt()));
        var results = new Run(compiler, List.of(v), List.of(safe)).on(1, new double[] {1, -4, 0});

        assertThat(results.getFirst()).containsExactly(0, 2, 0);
    }

    @Test
    void the_difference_of_equal_products_is_zero() {
        var w = graph.input("w", Shape.of(3));
        var results = new Run(
                        compiler, List.of(v, w), List.of(v.mul(v).sub(w.mul(w)).sqrt()))
                .on(1, new double[] {0.1f, 0.2f, 0.7f}, new double[] {0.1f, 0.2f, 0.7f});

        assertThat(results.getFirst()).containsExactly(0, 0, 0);
    }

    private boolean isOneLoop(Tensor... outputs) {
        return compiler.compile(List.of(x, v, s), nodes(outputs)).isOneLoop();
    }

    private List<Kernel> kernels(Tensor... outputs) {
        return compiler.compile(List.of(v), nodes(outputs)).steps().stream()
                .filter(Step.Loop.class::isInstance)
                .map(step -> ((Step.Loop) step).kernel())
                .toList();
    }

    private static List<Node> nodes(Tensor... tensors) {
        return Stream.of(tensors).map(Node.class::cast).toList();
    }

    private static Double[] box(double... values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }
}
