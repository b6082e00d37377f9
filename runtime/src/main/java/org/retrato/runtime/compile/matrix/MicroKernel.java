package org.retrato.runtime.compile.matrix;

/**
 * Multiplies a strip of six rows with a panel of a few columns: the innermost loop of every matrix product.
 *
 * <p>It computes {@code c[r, j] = start[r, j] + Σₖ a[r, k] · b[k, j]} for six rows r, in one chain of fused
 * multiply-adds per element, with ascending k. The number of columns j is fixed when the kernel is generated, and b has
 * no gaps; distances are given at run time, so that one class serves every layer.
 */
@FunctionalInterface
interface MicroKernel {
    /** The number of rows of a strip: with the panels of {@link PanelLayout}, as many sums as registers can hold. */
    int ROWS = 6;

    /** Says how a lies in memory. */
    enum Operand {
        /** Its rows are apart: {@code a[r, k]} is at {@code r · aDistance + k}. */
        ROWS_APART,
        /** Its columns are apart: {@code a[r, k]} is at {@code k · aDistance + r}. */
        COLUMNS_APART
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
            float[] start,
            int startOffset,
            int startDistance,
            float[] c,
            int cOffset,
            int cDistance,
            int depth);
}
