package org.retrato.runtime.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.graph.Evaluator;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;

/** Compares formulas that are drawn at random with the evaluator of graphs; a test's parameter is the seed. */
class CompiledFormulaTest {

    private static final Compiler COMPILER = new Compiler(new KernelCompiler());
    private static final int[] ROWS = {1, 65, 64, 63, 2};
    private static final double ULP = Math.ulp(1f);

    /** Other values than those a formula was drawn with may be huge or not finite. */
    private static final double LARGEST = 1e30;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_operation_agrees_with_doubles_within_a_few_ulp_of_its_operands(long seed) {
        var formula = RandomFormula.of(seed);
        var nodes = Graph.ordered(formula.nodes());
        var run = new Run(COMPILER, formula.inputs(), nodes);
        var random = new Random(seed);
        for (var rows : ROWS) {
            var results = run.on(rows, formula.values(rows, random));
            for (var i = 0; i < nodes.size(); i++) {
                var operands = nodes.get(i).inputs().stream()
                        .map(operand -> results.get(nodes.indexOf(operand)))
                        .toArray(double[][]::new);
                if (operands.length > 0) {
                    assertClose(nodes.get(i), results.get(i), rows, operands);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_else_is_wanted_changes_no_bit(long seed) {
        var formula = RandomFormula.of(seed);
        var random = new Random(seed);
        var values = formula.values(65, random);
        var all = new Run(COMPILER, formula.inputs(), formula.nodes()).on(65, values);
        var some = random.ints(3, 0, formula.nodes().size()).boxed().toList();
        var results = new Run(
                        COMPILER,
                        formula.inputs(),
                        some.stream().map(formula.nodes()::get).toList())
                .on(65, values);

        assertThat(results)
                .usingElementComparator(Arrays::compare)
                .containsExactlyElementsOf(some.stream().map(all::get).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 101, 102, 103, 104, 105})
    void the_bits_are_the_same_for_all_widths_of_vectors(long seed) {
        var formula = RandomFormula.of(seed);
        var values = formula.values(63, new Random(seed));
        var results = VectorWidth.available().stream()
                .map(width -> new Run(new Compiler(new KernelCompiler(width)), formula.inputs(), formula.nodes())
                        .on(63, values))
                .toList();

        for (var other : results) {
            assertThat(other).usingElementComparator(Arrays::compare).containsExactlyElementsOf(results.getFirst());
        }
    }

    private static void assertClose(Node node, double[] actual, int rows, double[]... operands) {
        var expected =
                new Evaluator(distinct(node.inputs()), List.of(node)).evaluate(rows, distinct(node.inputs(), operands));
        var unit = node.rank() == 0 ? 1e-12 : 4 * ULP;
        for (var i = 0; i < actual.length; i++) {
            var value = expected.getFirst()[i];
            var tolerance = unit * (Math.abs(value) + scale(node, i, operands)) + Float.MIN_NORMAL;
            if (tolerance < LARGEST) {
                assertThat(actual[i])
                        .as("element %s of %s of %s, %s rows", i, node, node.inputs(), rows)
                        .isCloseTo(value, within(tolerance));
            }
        }
    }

    /** Returns how large the terms are that a result is the sum of. */
    private static double scale(Node node, int element, double[]... operands) {
        return switch (node.operation()) {
            case Operation.Binary.ADD, Operation.Binary.SUB -> Math.abs(operands[0][element]);
            case Operation.Sum _ -> largest(operands[0]);
            case Operation.MatMul _ -> node.input(0).size(1) * largest(operands[0]) * largest(operands[1]);
            default -> 0;
        };
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static List<Node> distinct(List<Node> nodes) {
        return nodes.stream().distinct().toList();
    }

    private static double[][] distinct(List<Node> nodes, double[][] operands) {
        return Stream.of(operands).distinct().limit(distinct(nodes).size()).toArray(double[][]::new);
    }
}
