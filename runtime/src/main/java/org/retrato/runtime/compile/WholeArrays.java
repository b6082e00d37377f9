package org.retrato.runtime.compile;

import java.util.Arrays;
import org.retrato.runtime.graph.Operation;

/** Computes what is neither element-wise nor a reduction: products of matrices, rearrangements. */
final class WholeArrays {

    /** The side of the squares in which a matrix is transposed. */
    private static final int SQUARE = 8;

    private WholeArrays() {}

    /** Computes an array; {@code second} is the second operand of the operations that have one. */
    static void compute(Operation operation, View in, View second, View out) {
        switch (operation) {
            case Operation.Reshape _ ->
                System.arraycopy(in.elements(), in.offset(), out.elements(), out.offset(), in.count());
            case Operation.Transpose _ -> transpose(in, out);
            case Operation.Broadcast _ -> broadcast(in, out, 0, in.offset(), out.offset());
            case Operation.Slice(var axis, var from, var _) -> slice(axis, from, in, out);
            case Operation.Append(var axis) -> append(axis, in, second, out);
            case Operation.MatMul _ -> multiply(in, second, out);
            default -> throw new IllegalStateException(operation + " is not an operation on whole arrays");
        }
    }

    /** Goes from square to square, whose rows and columns both fit the fastest cache. */
    private static void transpose(View in, View out) {
        var rows = in.size(0);
        var columns = in.size(1);
        for (var row = 0; row < rows; row += SQUARE) {
            for (var column = 0; column < columns; column += SQUARE) {
                var lastRow = Math.min(rows, row + SQUARE);
                var lastColumn = Math.min(columns, column + SQUARE);
                for (var r = row; r < lastRow; r++) {
                    column(in, r, column, lastColumn, out);
                }
            }
        }
    }

    /** Writes a part of a row of one matrix as a part of a column of the other. */
    private static void column(View in, int row, int first, int end, View out) {
        var rows = in.size(0);
        var columns = in.size(1);
        var from = in.elements();
        var to = out.elements();
        var source = in.offset() + row * columns;
        var target = out.offset() + row;
        for (var c = first; c < end; c++) {
            to[target + c * rows] = from[source + c];
        }
    }

    /** Writes what lies along the axes from {@code axis}, and returns where it ends. */
    private static int broadcast(View in, View out, int axis, int from, int to) {
        var length = out.size(axis);
        var own = axis - (out.rank() - in.rank());
        var repeats = own < 0 || in.size(own) == 1;
        if (axis < out.rank() - 1) {
            var step = repeats ? 0 : in.count(own + 1, in.rank());
            var end = to;
            for (var i = 0; i < length; i++) {
                end = broadcast(in, out, axis + 1, from + i * step, end);
            }
            return end;
        }
        if (repeats) {
            Arrays.fill(out.elements(), to, to + length, in.elements()[from]);
        } else {
            System.arraycopy(in.elements(), from, out.elements(), to, length);
        }
        return to + length;
    }

    private static void slice(int axis, int from, View in, View out) {
        var inner = in.count(axis + 1, in.rank());
        var length = out.size(axis) * inner;
        for (int o = 0, outer = in.count(0, axis); o < outer; o++) {
            var start = in.offset() + (o * in.size(axis) + from) * inner;
            System.arraycopy(in.elements(), start, out.elements(), out.offset() + o * length, length);
        }
    }

    private static void append(int axis, View first, View second, View out) {
        var a = first.count(axis, first.rank());
        var b = second.count(axis, second.rank());
        for (int o = 0, outer = first.count(0, axis); o < outer; o++) {
            var to = out.offset() + o * (a + b);
            System.arraycopy(first.elements(), first.offset() + o * a, out.elements(), to, a);
            System.arraycopy(second.elements(), second.offset() + o * b, out.elements(), to + a, b);
        }
    }

    /** Adds the products of each element in the order of the inner axis, four at a time. */
    private static void multiply(View left, View right, View out) {
        var inner = left.size(1);
        var columns = right.size(1);
        var factors = left.elements();
        for (int r = 0, rows = left.size(0); r < rows; r++) {
            var to = out.offset() + r * columns;
            Arrays.fill(out.elements(), to, to + columns, 0);
            var k = 0;
            for (var factor = left.offset() + r * inner; k < inner - 3; k += 4) {
                var from = right.offset() + k * columns;
                add(factors, factor + k, right.elements(), from, columns, out.elements(), to);
            }
            for (; k < inner; k++) {
                var from = right.offset() + k * columns;
                add(factors[left.offset() + r * inner + k], right.elements(), from, columns, out.elements(), to);
            }
        }
    }

    private static void add(float[] factors, int factor, float[] terms, int from, int columns, float[] sums, int to) {
        var a = factors[factor];
        var b = factors[factor + 1];
        var c = factors[factor + 2];
        var d = factors[factor + 3];
        for (var i = 0; i < columns; i++) {
            var first = Math.fma(a, terms[from + i], sums[to + i]);
            var second = Math.fma(b, terms[from + columns + i], first);
            var third = Math.fma(c, terms[from + 2 * columns + i], second);
            sums[to + i] = Math.fma(d, terms[from + 3 * columns + i], third);
        }
    }

    private static void add(float factor, float[] terms, int from, int columns, float[] sums, int to) {
        for (var i = 0; i < columns; i++) {
            sums[to + i] = Math.fma(factor, terms[from + i], sums[to + i]);
        }
    }
}
