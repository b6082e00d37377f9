package org.retrato.runtime.compile.matrix;

import java.util.Arrays;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.matrix.MicroKernel.Operand;

/**
 * Computes the matrix products of a dense layer {@code y = x·W + b} and of its gradients, for a tile of rows.
 *
 * <p>Weights and their gradients are stored in panels ({@link #weights()}); the transposed weights, which only
 * {@link #inputGradient} reads, are a copy ({@link #transpose}). Activations and their gradients are rows at a distance
 * of {@link PanelLayout#stride}; memory has {@link PanelLayout#room} for a little more, and whatever lies between the rows
 * and after the last may be overwritten with anything. Biases have room for
 * {@code stride(outputs)} floats.
 *
 * <p>Immutable and safe for use by several threads; tiles of rows and ranges of panels can be computed independently,
 * with the same bits. Nothing is allocated. A tile of 64 to 128 rows is fastest.
 */
public final class DenseProducts {
    /** So many floats of a panel stay in the cache while all rows of a tile pass. */
    private static final int PANEL_BLOCK = 1 << 14;

    /** So many rows of a panel of gradients stay in the first-level cache while all inputs pass. */
    private static final int GRADIENT_ROWS = 96;

    private static final float[] ONES = ones();

    private final PanelLayout weights;
    private final PanelLayout transposed;
    private final MicroKernels kernels;
    private final Floats zeros;

    /**
     * Prepares the products of a layer.
     *
     * @param inputs the number of inputs, at least 1
     * @param outputs the number of outputs, at least 1
     * @param width the vectors to use
     */
    public DenseProducts(int inputs, int outputs, VectorWidth width) {
        weights = PanelLayout.of(inputs, outputs, width);
        transposed = PanelLayout.of(outputs, inputs, width);
        kernels = MicroKernels.of(width);
        zeros = new Floats(new float[Math.max(PanelLayout.stride(inputs), weights.panelWidth())]);
    }

    /** Returns how the weights, inputs × outputs, and their gradient are stored. */
    public PanelLayout weights() {
        return weights;
    }

    /** Returns how the transposed weights, outputs × inputs, are stored. */
    public PanelLayout transposed() {
        return transposed;
    }

    /** Computes {@code y = x·W + b} for {@code rows} rows. */
    public void forward(Floats weights, Floats bias, Floats x, Floats y, int rows) {
        multiply(x, this.weights, weights, bias, y, rows);
    }

    /** Computes {@code dx = dy·Wᵀ} for {@code rows} rows, given the transposed weights. */
    public void inputGradient(Floats transposed, Floats dy, Floats dx, int rows) {
        multiply(dy, this.transposed, transposed, zeros, dx, rows);
    }

    /** Returns how many floats of scratch {@link #weightGradient} needs. */
    public static int scratch(VectorWidth width) {
        return (GRADIENT_ROWS + MicroKernel.ROWS) * PanelLayout.panelWidth(width);
    }

    /**
     * Adds {@code xᵀ·dy} of {@code rows} rows, row after row, to a block of the gradient of the weights, and {@code dy} to that
     * of the biases, if the block begins with the first input.
     *
     * @param first whether these are the first rows: the gradients are then overwritten
     * @param scratch memory for this thread alone
     */
    public void weightGradient(
            Floats x, Floats dy, Floats gradient, Floats bias, int rows, boolean first, Block block, Floats scratch) {
        weights.requireRoom(gradient);
        requireRoom(x, rows, weights.rows(), rows * PanelLayout.stride(weights.rows()));
        requireRoom(dy, rows, weights.columns(), rows * PanelLayout.stride(weights.columns()));
        for (int panel = block.firstPanel(); panel < block.endPanel(); panel++) {
            for (int row = 0; row < rows; row += GRADIENT_ROWS) {
                int depth = Math.min(GRADIENT_ROWS, rows - row);
                copyPanel(dy, panel, row, depth, scratch);
                addStrips(x, gradient, row, depth, first && row == 0, block, panel, scratch);
                if (block.firstInput() == 0) {
                    addBiases(bias, depth, first && row == 0, panel, scratch);
                }
            }
            if (block.endInput() == weights.rows()) {
                weights.clearPadding(gradient, panel);
            }
        }
    }

    /** Copies the columns of a panel, which lie far apart, to where the kernel finds them without gaps. */
    private void copyPanel(Floats dy, int panel, int firstRow, int rows, Floats scratch) {
        int stride = PanelLayout.stride(weights.columns());
        int width = weights.width(panel);
        int from = dy.offset() + firstRow * stride + weights.firstColumn(panel);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(dy.array(), from + row * stride, scratch.array(), scratch.offset() + row * width, width);
        }
    }

    private void addStrips(
            Floats x, Floats gradient, int row, int rows, boolean first, Block block, int panel, Floats scratch) {
        int width = weights.width(panel);
        int stride = PanelLayout.stride(weights.rows());
        var kernel = kernels.get(Operand.COLUMNS_APART, width);
        var start = first ? zeros : gradient;
        for (int input = block.firstInput(); input < block.endInput(); input += MicroKernel.ROWS) {
            int at = gradient.offset() + weights.start(panel) + input * width;
            kernel.multiply(
                    x.array(),
                    x.offset() + row * stride + input,
                    stride,
                    scratch.array(),
                    scratch.offset(),
                    start.array(),
                    first ? zeros.offset() : at,
                    first ? 0 : width,
                    gradient.array(),
                    at,
                    width,
                    rows);
        }
    }

    /** Multiplies with ones, which is faster than to add row after row, and has the same bits. */
    private void addBiases(Floats bias, int rows, boolean first, int panel, Floats scratch) {
        int width = weights.width(panel);
        int at = bias.offset() + weights.firstColumn(panel);
        int sums = scratch.offset() + GRADIENT_ROWS * width;
        kernels.get(Operand.COLUMNS_APART, width)
                .multiply(
                        ONES,
                        0,
                        0,
                        scratch.array(),
                        scratch.offset(),
                        first ? zeros.array() : bias.array(),
                        first ? zeros.offset() : at,
                        0,
                        scratch.array(),
                        sums,
                        width,
                        rows);
        System.arraycopy(scratch.array(), sums, bias.array(), at, weights.columns(panel));
    }

    /** Copies the weights into a panel of the transposed weights. */
    public void transpose(Floats weights, Floats transposed, int panel) {
        this.weights.requireRoom(weights);
        this.transposed.requireRoom(transposed);
        var from = weights.array();
        var to = transposed.array();
        int firstInput = this.transposed.firstColumn(panel);
        int inputs = this.transposed.columns(panel);
        for (int output = 0; output < this.transposed.rows(); output++) {
            int source = weights.offset() + this.weights.index(firstInput, output);
            int distance = this.weights.width(output / this.weights.panelWidth());
            int target = transposed.offset() + this.transposed.index(output, firstInput);
            for (int input = 0; input < inputs; input++) {
                to[target + input] = from[source + input * distance];
            }
        }
    }

    private void multiply(Floats x, PanelLayout layout, Floats matrix, Floats start, Floats y, int rows) {
        layout.requireRoom(matrix);
        requireRoom(x, rows, layout.rows());
        requireRoom(y, rows, layout.columns());
        int depth = PANEL_BLOCK / layout.panelWidth();
        for (int panel = 0; panel < layout.panels(); panel++) {
            for (int step = 0; step < layout.rows(); step += depth) {
                multiplyBlock(x, layout, matrix, start, y, rows, panel, step, Math.min(depth, layout.rows() - step));
            }
        }
    }

    /** Multiplies with some rows of one panel: the first rows begin with {@code start}, the others go on with y. */
    private void multiplyBlock(
            Floats x,
            PanelLayout layout,
            Floats matrix,
            Floats start,
            Floats y,
            int rows,
            int panel,
            int step,
            int depth) {
        int width = layout.width(panel);
        var kernel = kernels.get(Operand.ROWS_APART, width);
        int xStride = PanelLayout.stride(layout.rows());
        int yStride = PanelLayout.stride(layout.columns());
        int column = layout.firstColumn(panel);
        int block = matrix.offset() + layout.start(panel) + step * width;
        for (int row = 0; row < rows; row += MicroKernel.ROWS) {
            int target = y.offset() + row * yStride + column;
            kernel.multiply(
                    x.array(),
                    x.offset() + row * xStride + step,
                    xStride,
                    matrix.array(),
                    block,
                    step == 0 ? start.array() : y.array(),
                    step == 0 ? start.offset() + column : target,
                    step == 0 ? 0 : yStride,
                    y.array(),
                    target,
                    yStride,
                    depth);
        }
    }

    private static float[] ones() {
        var ones = new float[MicroKernel.ROWS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void requireRoom(Floats tile, int rows, int width) {
        requireRoom(tile, rows, width, PanelLayout.room(rows, width));
    }

    private static void requireRoom(Floats tile, int rows, int width, int needed) {
        if (tile.length() < needed) {
            throw new IllegalArgumentException(
                    "%d rows of %d activations need %d floats, not %d".formatted(rows, width, needed, tile.length()));
        }
    }
}
