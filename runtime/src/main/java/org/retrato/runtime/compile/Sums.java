package org.retrato.runtime.compile;

import java.util.Arrays;

/**
 * Adds up elements, in doubles and in an order that depends on their number alone.
 *
 * <p>Elements that lie side by side are dealt to running sums in turn, few or {@value #BLOCK}, which the processor adds at the
 * same time; then those are added in pairs. Along any other axis each sum takes its elements one after the other, and up to
 * {@value #BLOCK} sums are made side by side. Reading so costs no more than the memory takes.
 */
public final class Sums {

    /** How many sums are made side by side; their memory fits the fastest cache. */
    private static final int BLOCK = 512;

    private final double[] block = new double[BLOCK];

    /** Returns the sum of {@code count} elements side by side. */
    public double sum(float[] elements, int from, int count) {
        if (count < 2 * BLOCK) {
            return few(elements, from, count);
        }
        var rows = count / BLOCK;
        addRows(elements, from, BLOCK, rows, BLOCK);
        addRow(elements, from + rows * BLOCK, count - rows * BLOCK);
        for (var half = BLOCK / 2; half > 0; half /= 2) {
            for (var i = 0; i < half; i++) {
                block[i] += block[half + i];
            }
        }
        return block[0];
    }

    private static double few(float[] elements, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        var end = from + count;
        var i = from;
        for (; i < end - 3; i += 4) {
            a += elements[i];
            b += elements[i + 1];
            c += elements[i + 2];
            d += elements[i + 3];
        }
        for (; i < end; i++) {
            a += elements[i];
        }
        return (a + b) + (c + d);
    }

    /** Adds along an axis. */
    void along(int axis, View in, View out) {
        var outer = in.count(0, axis);
        var length = in.size(axis);
        var inner = in.count(axis + 1, in.rank());
        var elements = in.elements();
        var sums = out.elements();
        for (var o = 0; o < outer; o++) {
            var from = in.offset() + o * length * inner;
            var to = out.offset() + o * inner;
            if (inner == 1) {
                sums[to] = (float) sum(elements, from, length);
            } else {
                for (var first = 0; first < inner; first += BLOCK) {
                    var columns = Math.min(BLOCK, inner - first);
                    addRows(elements, from + first, inner, length, columns);
                    for (var column = 0; column < columns; column++) {
                        sums[to + first + column] = (float) block[column];
                    }
                }
            }
        }
    }

    private void addRows(float[] elements, int from, int stride, int rows, int columns) {
        Arrays.fill(block, 0, columns, 0);
        for (var row = 0; row < rows; row++) {
            addRow(elements, from + row * stride, columns);
        }
    }

    private void addRow(float[] elements, int from, int columns) {
        var sums = block;
        for (var column = 0; column < columns; column++) {
            sums[column] += elements[from + column];
        }
    }
}
