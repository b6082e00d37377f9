package org.retrato.runtime.compile.matrix;

import static org.retrato.runtime.compile.matrix.PanelLayout.WIDTH;
import static org.retrato.runtime.compile.matrix.PanelLayout.panelLength;
import static org.retrato.runtime.compile.matrix.PanelLayout.requireRoom;

import java.util.Arrays;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;

/**
 * Computes the matrix products of a dense layer {@code y = x·W + b} and of its gradients, for a tile of rows.
 *
 * <p>All matrices are stored in panels ({@link PanelLayout}), and every product is {@code C = AᵀB} of two of them: its sums run
 * down the panels. So what goes through the layers lies there by units, units × rows, and the sums over rows want it
 * by rows, rows × units; a {@link Transposition} turns one into the other. Whatever lies in the padding may be overwritten with anything.
 *
 * <pre>
 *   forward           y  (outputs × rows)    = W  (inputs × outputs)ᵀ · x  (inputs × rows)   + b
 *   input gradient    dx (inputs × rows)     = Wᵀ (outputs × inputs)ᵀ · dy (outputs × rows)
 *   weight gradient   dW (inputs × outputs) += x  (rows × inputs)ᵀ    · dy (rows × outputs)
 * </pre>
 *
 * <p>Immutable and safe for use by several threads; tiles of rows and blocks of weights can be computed independently,
 * with the same bits. Nothing is allocated.
 */
public final class DenseProducts {
    /** So many rows of a panel stay in the first-level cache while all strips of the other matrix pass. */
    private static final int DEPTH = MicroKernel.DEPTH;

    /** So many columns of that depth stay in the second-level cache while all panels of the other matrix pass. */
    private static final int COLUMNS = 1152;

    private static final float[] ONES = ones();

    private final PanelLayout weights;
    private final PanelLayout transposed;
    private final MicroKernels kernels;
    private final Transposition transposition;
    private final Floats zeros;

    /**
     * Prepares the products of a layer.
     *
     * @param inputs the number of inputs, at least 1
     * @param outputs the number of outputs, at least 1
     * @param width the vectors to use
     */
    public DenseProducts(int inputs, int outputs, VectorWidth width) {
        weights = new PanelLayout(inputs, outputs);
        transposed = new PanelLayout(outputs, inputs);
        kernels = MicroKernels.of(width);
        transposition = Transposition.of(width);
        zeros = new Floats(new float[inputs]);
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
        multiply(this.weights, weights, x, bias, y, rows);
    }

    /** Computes {@code dx = dy·Wᵀ} for {@code rows} rows, given the transposed weights. */
    public void inputGradient(Floats transposed, Floats dy, Floats dx, int rows) {
        multiply(this.transposed, transposed, dy, zeros, dx, rows);
    }

    private void multiply(PanelLayout layout, Floats matrix, Floats x, Floats start, Floats y, int rows) {
        layout.requireRoom(matrix);
        requireRoom(x, layout.rows(), rows);
        requireRoom(y, layout.columns(), rows);
        int blocks = Math.ceilDiv(layout.rows(), DEPTH);
        for (int first = 0; first < layout.columns(); first += COLUMNS) {
            int end = Math.min(first + COLUMNS, layout.columns());
            for (int block = 0; block < blocks; block++) {
                int step = cut(layout.rows(), block, blocks);
                int depth = cut(layout.rows(), block + 1, blocks) - step;
                for (int row = 0; row < rows; row += WIDTH) {
                    if (block == 0) {
                        fill(start, first, end, y, row / WIDTH, layout.columns());
                    }
                    int width = Math.min(WIDTH, rows - row);
                    addProduct(
                            matrix, layout.rows(), first, end, x, row / WIDTH, width, y, layout.columns(), step, depth);
                }
            }
        }
    }

    /** Returns where one of several parts of about the same size begins. */
    private static int cut(int size, int part, int parts) {
        return (int) ((long) size * part / parts);
    }

    /** Lets the sums of some rows of a panel begin. */
    private void fill(Floats start, int first, int end, Floats c, int panel, int rows) {
        kernels.filling()
                .fill(
                        start.array(),
                        start.offset() + first,
                        c.array(),
                        c.offset() + panel * panelLength(rows) + first * WIDTH,
                        end - first);
    }

    /**
     * Adds {@code xᵀ·dy} of {@code rows} rows, row after row, to a block of the gradient of the weights, and {@code dy} to that
     * of the biases, if the block begins with the first input.
     *
     * @param x rows × inputs
     * @param dy rows × outputs
     * @param begins whether these are the first rows: the gradients are then overwritten
     * @param scratch memory for this thread alone, {@link #scratch} floats
     */
    public void weightGradient(
            Floats x, Floats dy, Floats gradient, Floats bias, int rows, boolean begins, Block block, Floats scratch) {
        weights.requireRoom(gradient);
        requireRoom(x, rows, weights.rows());
        requireRoom(dy, rows, weights.columns());
        int cuts = Math.ceilDiv(rows, DEPTH);
        for (int cut = 0; cut < cuts; cut++) {
            int row = cut(rows, cut, cuts);
            int depth = cut(rows, cut + 1, cuts) - row;
            boolean first = begins && cut == 0;
            for (int panel = block.firstPanel(); panel < block.endPanel(); panel++) {
                int width = Math.min(WIDTH, weights.columns() - panel * WIDTH);
                if (first) {
                    fill(zeros, block.firstInput(), block.endInput(), gradient, panel, weights.rows());
                }
                addProduct(
                        x,
                        rows,
                        block.firstInput(),
                        block.endInput(),
                        dy,
                        panel,
                        width,
                        gradient,
                        weights.rows(),
                        row,
                        depth);
                if (block.firstInput() == 0) {
                    addBiases(dy, rows, bias, first, panel, width, row, depth, scratch);
                }
            }
        }
        if (block.endInput() == weights.rows()) {
            for (int panel = block.firstPanel(); panel < block.endPanel(); panel++) {
                weights.clearPadding(gradient, panel);
            }
        }
    }

    /** Adds to one panel of c: some columns of a times the same panel of b, from one row of both to another. */
    private void addProduct(
            Floats a,
            int aRows,
            int firstColumn,
            int endColumn,
            Floats b,
            int panel,
            int width,
            Floats c,
            int cRows,
            int step,
            int depth) {
        int group = kernels.group();
        int from = a.offset() + step * WIDTH;
        int aPanel = panelLength(aRows);
        int block = b.offset() + panel * aPanel + step * WIDTH;
        int target = c.offset() + panel * panelLength(cRows);
        for (int column = firstColumn; column < endColumn; column += kernels.strip()) {
            var kernel = kernels.get(Math.min(MicroKernel.GROUPS, Math.ceilDiv(endColumn - column, group)));
            int second = column + group;
            int third = second + group;
            for (int part = 0; part < width; part += kernels.columns()) {
                kernel.multiply(
                        a.array(),
                        from + column / WIDTH * aPanel + column % WIDTH,
                        from + second / WIDTH * aPanel + second % WIDTH,
                        from + third / WIDTH * aPanel + third % WIDTH,
                        b.array(),
                        block + part,
                        c.array(),
                        target + column * WIDTH + part,
                        depth);
            }
        }
    }

    /** Multiplies with ones, which is faster than to add row after row, and has the same bits. */
    private void addBiases(
            Floats dy,
            int rows,
            Floats bias,
            boolean begins,
            int panel,
            int width,
            int row,
            int depth,
            Floats scratch) {
        int at = bias.offset() + panel * WIDTH;
        if (begins) {
            Arrays.fill(bias.array(), at, at + width, 0);
        }
        System.arraycopy(bias.array(), at, scratch.array(), scratch.offset(), width);
        for (int part = 0; part < width; part += kernels.columns()) {
            int block = dy.offset() + panel * panelLength(rows) + row * WIDTH + part;
            kernels.get(1).multiply(ONES, 0, 0, 0, dy.array(), block, scratch.array(), scratch.offset() + part, depth);
        }
        System.arraycopy(scratch.array(), scratch.offset(), bias.array(), at, width);
    }

    /** Returns how many floats of scratch {@link #weightGradient} needs. */
    public int scratch() {
        return kernels.group() * WIDTH;
    }

    /** Copies a panel of the weights to where it belongs in the transposed weights. */
    public void transpose(Floats weights, Floats transposed, int panel) {
        this.weights.requireRoom(weights);
        this.transposed.requireRoom(transposed);
        transposition.run(weights, this.weights.rows(), this.weights.columns(), transposed, panel);
    }

    private static float[] ones() {
        var ones = new float[DEPTH * WIDTH];
        Arrays.fill(ones, 1);
        return ones;
    }
}
