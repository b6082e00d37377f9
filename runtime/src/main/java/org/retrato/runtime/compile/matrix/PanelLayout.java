package org.retrato.runtime.compile.matrix;

import java.util.Arrays;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;

/**
 * Says where the elements of a matrix lie when it is stored in panels: all rows of the first few columns, then all rows
 * of the next few, and so on. A panel is as wide as the kernel that reads it, so the kernel reads without gaps.
 *
 * <pre>
 *   60 × 144, 512 bits      columns 0 … 63      columns 64 … 127       columns 128 … 143
 *   row 0                      0 …   63         60·64 …               60·128 …        (narrower: a
 *   row 1                     64 …  127         60·64 + 64 …          60·128 + 16 …    multiple of 16)
 * </pre>
 *
 * <p>Rows are padded to a multiple of 6 and columns to one of 16. What is packed here, and the gradients computed by
 * {@link DenseProducts}, have zeros there; no product reads them as elements.
 *
 * @param rows the number of rows, without padding, at least 1
 * @param columns the number of columns, without padding, at least 1
 * @param panelWidth the number of columns of every panel but the last
 */
public record PanelLayout(int rows, int columns, int panelWidth) {
    /** What widths are rounded up to: a cache line, and a whole number of vectors of any width. */
    static final int ALIGNMENT = 16;

    private static final int CACHE_CONFLICT = 128;

    /** Checks the size. */
    public PanelLayout {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "a matrix of %d × %d has no elements; give it at least 1 row and 1 column"
                            .formatted(rows, columns));
        }
        Math.multiplyExact(paddedRows(rows), roundUp(columns, ALIGNMENT));
    }

    /** Returns the layout for kernels of the given vector width. */
    public static PanelLayout of(int rows, int columns, VectorWidth width) {
        return new PanelLayout(rows, columns, panelWidth(width));
    }

    /**
     * Returns the distance from one row of activations to the next, a multiple of 16.
     *
     * <p>It avoids multiples of 512 bytes, at which a column of a tile would fall on few sets of the first-level cache.
     *
     * @param width the number of activations in a row
     */
    public static int stride(int width) {
        int rounded = roundUp(width, ALIGNMENT);
        return rounded % CACHE_CONFLICT == 0 ? rounded + ALIGNMENT : rounded;
    }

    /** Returns the number of rows, at least as many, that are whole strips of the kernels. */
    public static int paddedRows(int rows) {
        return roundUp(rows, MicroKernel.ROWS);
    }

    /**
     * Returns how many floats a tile of activations needs: the kernels work on whole strips of rows and of columns, and what
     * they read and write beyond the last is nobody's.
     */
    public static int room(int rows, int width) {
        return Math.addExact(Math.multiplyExact(paddedRows(rows), stride(width)), ALIGNMENT);
    }

    /** Returns how many floats the matrix takes, with padding: a multiple of 16. */
    public int length() {
        return paddedRows() * paddedColumns();
    }

    /** Returns the number of panels, at least 1. */
    public int panels() {
        return Math.ceilDiv(columns, panelWidth);
    }

    /** Returns the place of an element. */
    public int index(int row, int column) {
        int panel = column / panelWidth;
        return start(panel) + row * width(panel) + column % panelWidth;
    }

    /** Stores a matrix that is given row by row, without padding. */
    public void pack(float[] matrix, Floats packed) {
        requireSize(matrix.length);
        requireRoom(packed);
        var array = packed.array();
        Arrays.fill(array, packed.offset(), packed.offset() + length(), 0);
        pack(new Floats(matrix), packed);
    }

    /** Stores a matrix that is given row by row, without padding; the padding of what is stored is left as it is. */
    public void pack(Floats matrix, Floats packed) {
        int from = matrix.offset();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                packed.array()[packed.offset() + index(row, column)] = matrix.array()[from++];
            }
        }
    }

    /** Returns the stored matrix row by row, without padding. */
    public float[] unpack(Floats packed) {
        requireRoom(packed);
        var matrix = new float[rows * columns];
        unpack(packed, new Floats(matrix));
        return matrix;
    }

    /** Copies the stored matrix row by row, without padding. */
    public void unpack(Floats packed, Floats matrix) {
        unpack(packed, 0, rows, matrix);
    }

    /** Copies {@code count} rows of the stored matrix from row {@code first}, without padding. */
    public void unpack(Floats packed, int first, int count, Floats matrix) {
        for (int panel = 0; panel < panels(); panel++) {
            int from = packed.offset() + start(panel) + first * width(panel);
            int to = matrix.offset() + firstColumn(panel);
            for (int row = 0; row < count; row++) {
                System.arraycopy(
                        packed.array(), from + row * width(panel), matrix.array(), to + row * columns, columns(panel));
            }
        }
    }

    /** Returns how many columns of {@link MicroKernel#ROWS} sums fill the registers: there are 16 of 256 bits, else 32. */
    static int panelWidth(VectorWidth width) {
        return switch (width) {
            case BITS_128, BITS_512 -> 4 * width.lanes();
            case BITS_256 -> 2 * width.lanes();
        };
    }

    int start(int panel) {
        return panel * panelWidth * paddedRows();
    }

    int firstColumn(int panel) {
        return panel * panelWidth;
    }

    /** Returns how many columns a panel has, with padding. */
    int width(int panel) {
        return Math.min(panelWidth, paddedColumns() - firstColumn(panel));
    }

    /** Returns how many columns a panel has, without padding. */
    int columns(int panel) {
        return Math.min(panelWidth, columns - firstColumn(panel));
    }

    void clearPadding(Floats packed, int panel) {
        var array = packed.array();
        int width = width(panel);
        int start = packed.offset() + start(panel);
        if (columns(panel) < width) {
            for (int row = 0; row < rows; row++) {
                Arrays.fill(array, start + row * width + columns(panel), start + (row + 1) * width, 0);
            }
        }
        Arrays.fill(array, start + rows * width, start + paddedRows() * width, 0);
    }

    void requireRoom(Floats packed) {
        if (packed.length() < length()) {
            throw new IllegalArgumentException("a matrix of %d × %d needs %d floats in panels, not %d"
                    .formatted(rows, columns, length(), packed.length()));
        }
    }

    private void requireSize(int size) {
        if (size != rows * columns) {
            throw new IllegalArgumentException(
                    "%d floats are not a matrix of %d × %d; give it %d".formatted(size, rows, columns, rows * columns));
        }
    }

    private int paddedRows() {
        return paddedRows(rows);
    }

    private int paddedColumns() {
        return roundUp(columns, ALIGNMENT);
    }

    private static int roundUp(int size, int multiple) {
        return Math.multiplyExact(Math.ceilDiv(size, multiple), multiple);
    }
}
