package org.retrato.runtime.compile.matrix;

/** Multiplies matrices, given row by row, the plain way. */
final class ScalarProducts {
    private ScalarProducts() {}

    /** Returns {@code start + x·m}, each element one chain of fused multiply-adds; start is added to every row. */
    static float[] product(float[] x, float[] m, float[] start, int rows, int depth, int columns) {
        var product = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float sum = start[column];
                for (int k = 0; k < depth; k++) {
                    sum = Math.fma(x[row * depth + k], m[k * columns + column], sum);
                }
                product[row * columns + column] = sum;
            }
        }
        return product;
    }

    /** Returns {@code x·m} computed in double precision. */
    static double[] precise(float[] x, float[] m, int rows, int depth, int columns) {
        var product = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < depth; k++) {
                for (int column = 0; column < columns; column++) {
                    product[row * columns + column] += (double) x[row * depth + k] * m[k * columns + column];
                }
            }
        }
        return product;
    }

    static float[] transpose(float[] matrix, int rows, int columns) {
        var transposed = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = matrix[row * columns + column];
            }
        }
        return transposed;
    }
}
