package org.retrato.runtime.graph;

import java.util.Arrays;

/**
 * Computes for {@link Evaluator} the operations that move elements or combine them along an axis.
 *
 * <p>Along an axis, the elements are seen as {@code [outer, length, inner]}: {@code inner} elements lie between one and the
 * next.
 */
record Movement(Node node, int rows) {

    void apply(double[][] arguments, double[] result) {
        var first = arguments[0];
        switch (node.operation()) {
            case Operation.Detach(), Operation.Reshape() -> System.arraycopy(first, 0, result, 0, result.length);
            case Operation.Broadcast() -> Arrays.setAll(result, index -> first[source(index)]);
            case Operation.Transpose() -> transpose(first, result);
            case Operation.MatMul() -> multiply(first, arguments[1], result);
            case Operation.Sum(var axis) -> {
                var length = length(node.input(0), axis);
                var inner = inner(axis);
                Arrays.setAll(
                        result, index -> sum(first, index / inner * inner * length + index % inner, length, inner));
            }
            case Operation.Max(var axis) -> {
                var length = length(node.input(0), axis);
                var inner = inner(axis);
                Arrays.setAll(
                        result, index -> max(first, index / inner * inner * length + index % inner, length, inner));
            }
            case Operation.Slice(var axis, var from, var to) -> {
                var stride = inner(axis);
                var block = length(node.input(0), axis) * stride;
                blocks(first, from * stride, block, result, 0, (to - from) * stride, (to - from) * stride);
            }
            case Operation.Append(var axis) -> {
                var one = length(node.input(0), axis) * inner(axis);
                var two = length(node.input(1), axis) * inner(axis);
                blocks(first, 0, one, result, 0, one + two, one);
                blocks(arguments[1], 0, two, result, one, one + two, two);
            }
            default -> throw new AssertionError(node);
        }
    }

    private static double sum(double[] values, int start, int length, int stride) {
        var sum = new CompensatedSum();
        for (var index = 0; index < length; index++) {
            sum.add(values[start + index * stride]);
        }
        return sum.value();
    }

    private static double max(double[] values, int start, int length, int stride) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var index = 0; index < length; index++) {
            largest = StrictMath.max(largest, values[start + index * stride]);
        }
        return largest;
    }

    private static void blocks(
            double[] from, int start, int fromBlock, double[] to, int target, int toBlock, int length) {
        for (var block = 0; block * toBlock < to.length; block++) {
            System.arraycopy(from, start + block * fromBlock, to, target + block * toBlock, length);
        }
    }

    private void transpose(double[] matrix, double[] result) {
        var height = length(node, 0);
        var width = length(node, 1);
        Arrays.setAll(result, index -> matrix[index % width * height + index / width]);
    }

    private void multiply(double[] left, double[] right, double[] result) {
        var width = length(node, 1);
        var inner = length(node.input(0), 1);
        Arrays.setAll(result, index -> {
            var sum = new CompensatedSum();
            for (var k = 0; k < inner; k++) {
                sum.add(left[index / width * inner + k] * right[k * width + index % width]);
            }
            return sum.value();
        });
    }

    /** Returns where the element comes from that a broadcast puts at an index. */
    private int source(int index) {
        var smaller = node.input(0);
        var source = 0;
        var stride = 1;
        var remaining = index;
        for (var axis = -1; axis >= -smaller.rank(); axis--) {
            var size = length(node, axis + node.rank());
            if (smaller.shape().size(axis + smaller.rank()) != 1) {
                source += remaining % size * stride;
                stride *= size;
            }
            remaining /= size;
        }
        return source;
    }

    private int inner(int axis) {
        var inner = 1;
        for (var next = axis + 1; next < node.input(0).rank(); next++) {
            inner *= length(node.input(0), next);
        }
        return inner;
    }

    private int length(Node of, int axis) {
        var size = of.shape().size(axis);
        return size == Shape.BATCH ? rows : size;
    }
}
