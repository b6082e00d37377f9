package org.retrato.runtime.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/** Tries sizes about those of the blocks in which whole arrays are worked on. */
class WholeArraysTest {

    private static final long SEED = 20261123;
    private static final Compiler COMPILER = new Compiler(new KernelCompiler());

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "1, 5", "65, 10", "2, 511", "3, 513", "1030, 7", "2, 1024", "3, 2500"})
    void sums_maxima_and_transposes_are_right_for_all_sizes(int rows, int columns) {
        var values = new Random(SEED)
                .doubles(rows * columns, -1, 1)
                .map(value -> (float) value)
                .toArray();
        var row = IntStream.range(0, rows)
                .mapToObj(r -> Arrays.copyOfRange(values, r * columns, (r + 1) * columns))
                .toList();
        var column = IntStream.range(0, columns)
                .mapToObj(c -> IntStream.range(0, rows)
                        .mapToDouble(r -> values[r * columns + c])
                        .toArray())
                .toList();

        assertThat(apply(x -> x.sum(1), rows, columns, values)).isEqualTo(sums(row));
        assertThat(apply(x -> x.sum(0), rows, columns, values)).isEqualTo(sums(column));
        assertThat(apply(x -> x.max(1), rows, columns, values)).isEqualTo(maxima(row));
        assertThat(apply(x -> x.max(0), rows, columns, values)).isEqualTo(maxima(column));
        assertThat(apply(Tensor::transpose, rows, columns, values))
                .isEqualTo(column.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 64, 1023, 1024, 1025, 1536, 5000})
    void all_elements_are_added_in_doubles_and_compared_whatever_their_number(int count) {
        var values = new Random(SEED)
                .doubles(count, -1, 1)
                .map(value -> (float) value)
                .toArray();
        var x = new Graph().input("x", Shape.of(count));
        var results = new Run(COMPILER, List.of(x), List.of(x.sum(), x.max())).on(1, values);

        assertThat(results.get(0)[0]).isCloseTo(Arrays.stream(values).sum(), within(1e-12));
        assertThat(results.get(1)).containsExactly(Arrays.stream(values).max().orElseThrow());
    }

    @Test
    void a_maximum_is_nan_wherever_the_nan_is() {
        for (var position : List.of(0, 15, 16, 40)) {
            var values = new double[41];
            values[position] = Double.NaN;

            assertThat(apply(Tensor::max, 1, 41, values)).containsExactly(Double.NaN);
            assertThat(apply(x -> x.max(1), 1, 41, values)).containsExactly(Double.NaN);
            assertThat(apply(x -> x.max(0), 1, 41, values)[position]).isNaN();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 3, 5", "5, 8, 17", "9, 13, 600"})
    void the_terms_of_a_product_of_matrices_are_added_in_order(int rows, int inner, int columns) {
        var graph = new Graph();
        var left = graph.input("left", Shape.of(rows, inner));
        var right = graph.input("right", Shape.of(inner, columns));
        var random = new Random(SEED);
        var a = random.doubles(rows * inner).map(value -> (float) value).toArray();
        var b = random.doubles(inner * columns).map(value -> (float) value).toArray();
        var expected = new double[rows * columns];
        for (var i = 0; i < expected.length; i++) {
            var sum = 0f;
            for (var k = 0; k < inner; k++) {
                sum = Math.fma((float) a[i / columns * inner + k], (float) b[k * columns + i % columns], sum);
            }
            expected[i] = sum;
        }

        assertThat(new Run(COMPILER, List.of(left, right), List.of(left.matmul(right)))
                        .on(1, a, b)
                        .getFirst())
                .isEqualTo(expected);
    }

    private static double[] apply(UnaryOperator<Tensor> formula, int rows, int columns, double... values) {
        var x = new Graph().input("x", Shape.of(rows, columns));
        return new Run(COMPILER, List.of(x), List.of((Node) formula.apply(x)))
                .on(1, values)
                .getFirst();
    }

    /** The sums of so few floats of one size are exact in doubles, in whatever order. */
    private static double[] sums(List<double[]> terms) {
        return terms.stream()
                .mapToDouble(some -> (float) Arrays.stream(some).sum())
                .toArray();
    }

    private static double[] maxima(List<double[]> candidates) {
        return candidates.stream()
                .mapToDouble(some -> Arrays.stream(some).max().orElseThrow())
                .toArray();
    }
}
