package org.retrato.runtime.compile.matrix;

/**
 * Multiplies a strip of a few columns of one matrix with a block of columns of another: the innermost loop of every product.
 *
 * <p>It adds {@code Σₖ a[k, m] · b[k, n]} to {@code c[m, n]}, in one chain of fused multiply-adds per element, with
 * ascending k. All three matrices are stored in panels: from one k to the next it is {@link PanelLayout#WIDTH} floats in a and
 * b, and from one m to the next in c. How many columns m and n there are is fixed when the kernel is generated.
 *
 * <p>The columns of a strip come in three groups, each of which begins anywhere, so that a strip may lie across two panels.
 */
@FunctionalInterface
interface MicroKernel {
    /** The most groups of columns of a in a strip. */
    int GROUPS = 3;

    /**
     * The most products in a sum. The just-in-time compiler keeps all sums in registers where it knows that the loop is short,
     * and is a quarter slower where it must interrupt the loop now and then.
     */
    int DEPTH = 128;

    /**
     * Multiplies. No operands may overlap.
     *
     * @param first where the first group of columns of a begins; a shorter strip has no second or third
     * @param depth the number of products in a sum, k: at most {@link #DEPTH}
     */
    void multiply(
            float[] a, int first, int second, int third, float[] b, int bOffset, float[] c, int cOffset, int depth);
}
