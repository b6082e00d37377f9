package org.retrato.runtime.compile;

import java.util.Arrays;
import org.retrato.runtime.graph.Operation;

/**
 * Computes what is not element-wise: sums, products of matrices, rearrangements.
 *
 * <p>Sums are made in doubles, in logical order, so that their bits depend on nothing else.
 */
final class WholeArrays {

    private WholeArrays() {}

    /** Computes an array; {@code second} is the second operand of the operations that have one. */
    static void compute(Operation operation, View in, View second, View out) {
        switch (operation) {
            case Operation.Sum(var axis) -> reduce(operation, axis, in, out);
            case Operation.Max(var axis) -> reduce(operation, axis, in, out);
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

    /** Reduces all elements to one number. */
    static double reduce(Operation operation, View in) {
        return reduce(operation, in.elements(), in.offset(), in.count(), 1);
    }

    /** Reduces {@code count} elements that are {@code stride} apart. */
    private static double reduce(Operation operation, float[] elements, int from, int count, int stride) {
        return switch (operation) {
            case Operation.Sum _ -> {
                var sum = 0.0;
                for (var i = 0; i < count; i++) {
                    sum += elements[from + i * stride];
                }
                yield sum;
            }
            case Operation.Max _ -> {
                var largest = Float.NEGATIVE_INFINITY;
                for (var i = 0; i < count; i++) {
                    largest = Math.max(largest, elements[from + i * stride]);
                }
                yield largest;
            }
            case Operation.Reshape _ -> elements[from];
            default -> throw new IllegalStateException(operation + " does not yield one number");
        };
    }

    private static void reduce(Operation operation, int axis, View in, View out) {
        var outer = in.count(0, axis);
        var length = in.size(axis);
        var inner = in.count(axis + 1, in.rank());
        var elements = in.elements();
        var reduced = out.elements();
        for (var o = 0; o < outer; o++) {
            for (var i = 0; i < inner; i++) {
                var from = in.offset() + o * length * inner + i;
                reduced[out.offset() + o * inner + i] = (float) reduce(operation, elements, from, length, inner);
            }
        }
    }

    private static void transpose(View in, View out) {
        var rows = in.size(0);
        var columns = in.size(1);
        var from = in.elements();
        var to = out.elements();
        for (var r = 0; r < rows; r++) {
            for (var c = 0; c < columns; c++) {
                to[out.offset() + c * rows + r] = from[in.offset() + r * columns + c];
            }
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

    private static void multiply(View left, View right, View out) {
        var inner = left.size(1);
        var columns = right.size(1);
        var factors = left.elements();
        var terms = right.elements();
        var sums = out.elements();
        for (int r = 0, rows = left.size(0); r < rows; r++) {
            var to = out.offset() + r * columns;
            Arrays.fill(sums, to, to + columns, 0);
            for (var k = 0; k < inner; k++) {
                var factor = factors[left.offset() + r * inner + k];
                var from = right.offset() + k * columns;
                for (var c = 0; c < columns; c++) {
                    sums[to + c] = Math.fma(factor, terms[from + c], sums[to + c]);
                }
            }
        }
    }
}
