package org.retrato.runtime.compile.matrix;

/**
 * Multiplies a strip of four rows with a few columns: the innermost loop of every matrix product.
 *
 * <p>It computes {@code c[r, j] = start[r, j] + Σₖ a[r, k] · b[k, j]} for four rows r, in one chain of fused
 * multiply-adds per element, with ascending k. The number of columns j is fixed when the kernel is generated; distances
 * are given at run time, so that one class serves every layer.
 */
@FunctionalInterface
interface MicroKernel {
    /** The number of rows of a strip. */
    int ROWS = 4;

    /** Says how a kernel finds its operands. What it knows in advance need not be checked at run time. */
    enum Operands {
        /** Rows of a, {@code a[r, k]} at {@code r · aDistance + k}, and a panel b without gaps; ignores bDistance. */
        ROWS_AND_PANEL,
        /** Columns of a, {@code a[r, k]} at {@code k · aDistance + r}, and rows of b that are bDistance apart. */
        COLUMNS_AND_ROWS
    }

    /**
     * Multiplies.
     *
     * <p>The {@code start} may be {@code c} itself, which accumulates; with a {@code startDistance} of zero every row has
     * the same start (a bias). No other operands may overlap.
     *
     * @param depth the number of products in a sum, k
     */
    void multiply(
            float[] a,
            int aOffset,
            int aDistance,
            float[] b,
            int bOffset,
            int bDistance,
            float[] start,
            int startOffset,
            int startDistance,
            float[] c,
            int cOffset,
            int cDistance,
            int depth);
}
