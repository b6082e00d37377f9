package org.retrato.runtime.compile.matrix;

import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.matrix.MicroKernel.Operands;

/**
 * Computes the matrix products of a dense layer {@code y = x·W + b} and of its gradients, for a tile of rows.
 *
 * <p>Weights and their gradients are stored in panels ({@link #weights()}); the transposed weights, which only
 * {@link #inputGradient} reads, are a copy ({@link #transpose}). Activations and their gradients are rows at a distance
 * of {@link PanelLayout#stride}; memory has room for rows up to a multiple of 4 ({@link PanelLayout#roomForRows}), and
 * whatever lies between the rows and after the last may be overwritten with anything. Biases have room for
 * {@code stride(outputs)} floats.
 *
 * <p>Immutable and safe for use by several threads; tiles of rows and ranges of panels can be computed independently,
 * with the same bits. Nothing is allocated. A tile of 64 to 128 rows is fastest.
 */
public final class DenseProducts {
    /** So many rows of a panel stay in the first-level cache while all rows of a tile pass. */
    private static final int DEPTH_BLOCK = 128;

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
        zeros = new Floats(new float[PanelLayout.stride(inputs)]);
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

    /** Adds {@code xᵀ·dy} of {@code rows} rows to the gradient of the weights, row after row. */
    public void weightGradient(Floats x, Floats dy, Floats gradient, int rows) {
        weightGradient(x, dy, gradient, rows, 0, weights.panels());
    }

    /** Adds {@code xᵀ·dy} of {@code rows} rows to some panels of the gradient of the weights, row after row. */
    public void weightGradient(Floats x, Floats dy, Floats gradient, int rows, int firstPanel, int endPanel) {
        weights.requireRoom(gradient);
        requireRoom(x, rows, weights.rows());
        requireRoom(dy, rows, weights.columns());
        int xStride = PanelLayout.stride(weights.rows());
        int dyStride = PanelLayout.stride(weights.columns());
        var sums = gradient.array();
        for (int panel = firstPanel; panel < endPanel; panel++) {
            int width = weights.width(panel);
            var kernel = kernels.get(Operands.COLUMNS_AND_ROWS, width);
            int start = gradient.offset() + weights.start(panel);
            int column = dy.offset() + weights.firstColumn(panel);
            for (int input = 0; input < weights.rows(); input += MicroKernel.ROWS) {
                int at = start + input * width;
                kernel.multiply(
                        x.array(),
                        x.offset() + input,
                        xStride,
                        dy.array(),
                        column,
                        dyStride,
                        sums,
                        at,
                        width,
                        sums,
                        at,
                        width,
                        rows);
            }
            weights.clearPadding(gradient, panel);
        }
    }

    /** Adds {@code rows} rows of {@code dy} to the gradient of the bias, row after row. */
    public void biasGradient(Floats dy, Floats gradient, int rows) {
        requireRoom(dy, rows, weights.columns());
        int stride = PanelLayout.stride(weights.columns());
        var from = dy.array();
        var sums = gradient.array();
        for (int row = 0; row < rows; row++) {
            int start = dy.offset() + row * stride;
            for (int output = 0; output < weights.columns(); output++) {
                sums[gradient.offset() + output] += from[start + output];
            }
        }
    }

    /** Copies the weights into some panels of the transposed weights. */
    public void transpose(Floats weights, Floats transposed, int firstPanel, int endPanel) {
        this.weights.requireRoom(weights);
        this.transposed.requireRoom(transposed);
        var from = weights.array();
        var to = transposed.array();
        for (int panel = firstPanel; panel < endPanel; panel++) {
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
    }

    private void multiply(Floats x, PanelLayout layout, Floats matrix, Floats start, Floats y, int rows) {
        layout.requireRoom(matrix);
        int room = PanelLayout.roomForRows(rows);
        requireRoom(x, room, layout.rows());
        requireRoom(y, room, layout.columns());
        for (int panel = 0; panel < layout.panels(); panel++) {
            for (int step = 0; step < layout.rows(); step += DEPTH_BLOCK) {
                multiplyBlock(x, layout, matrix, start, y, rows, panel, step);
            }
        }
    }

    /** Multiplies with some rows of one panel: the first rows begin with {@code start}, the others go on with y. */
    private void multiplyBlock(
            Floats x, PanelLayout layout, Floats matrix, Floats start, Floats y, int rows, int panel, int step) {
        int width = layout.width(panel);
        var kernel = kernels.get(Operands.ROWS_AND_PANEL, width);
        int xStride = PanelLayout.stride(layout.rows());
        int yStride = PanelLayout.stride(layout.columns());
        int column = layout.firstColumn(panel);
        int block = matrix.offset() + layout.start(panel) + step * width;
        int depth = Math.min(DEPTH_BLOCK, layout.rows() - step);
        for (int row = 0; row < rows; row += MicroKernel.ROWS) {
            int target = y.offset() + row * yStride + column;
            kernel.multiply(
                    x.array(),
                    x.offset() + row * xStride + step,
                    xStride,
                    matrix.array(),
                    block,
                    width,
                    step == 0 ? start.array() : y.array(),
                    step == 0 ? start.offset() + column : target,
                    step == 0 ? 0 : yStride,
                    y.array(),
                    target,
                    yStride,
                    depth);
        }
    }

    private static void requireRoom(Floats tile, int rows, int width) {
        int needed = rows * PanelLayout.stride(width);
        if (tile.length() < needed) {
            throw new IllegalArgumentException(
                    "%d rows of %d activations need %d floats, not %d".formatted(rows, width, needed, tile.length()));
        }
    }
}
