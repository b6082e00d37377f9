package org.retrato.runtime.compile.matrix;

import java.util.Arrays;
import org.retrato.runtime.compile.machine.Floats;

/**
 * Says where the elements of a matrix lie when it is stored in panels: all rows of the first 32 columns, then all rows of the
 * next 32, and so on. The products read and write panels without gaps, whatever the width of the vectors.
 *
 * <pre>
 *   60 × 80         columns 0 … 31        columns 32 … 63          columns 64 … 79
 *   row 0              0 …  31             64·32 …                  2·64·32 …        (the panel is as
 *   row 1             32 …  63             64·32 + 32 …             2·64·32 + 32 …    wide as the others)
 * </pre>
 *
 * <p>Rows are padded to a multiple of 16 and columns to one of 32. What is packed here, and the gradients computed by
 * {@link DenseProducts}, have zeros there; no product reads them as elements.
 *
 * @param rows the number of rows, without padding, at least 1
 * @param columns the number of columns, without padding, at least 1
 */
public record PanelLayout(int rows, int columns) {

    /** The number of columns of a panel: two vectors of the widest. */
    public static final int WIDTH = 32;

    /** What rows are rounded up to: as many as the widest vector has lanes, so that panels are transposed in whole blocks. */
    private static final int ALIGNMENT = 16;

    /** Checks the size. */
    public PanelLayout {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "a matrix of %d × %d has no elements; give it at least 1 row and 1 column"
                            .formatted(rows, columns));
        }
        room(rows, columns);
    }

    /** Returns how many floats a matrix of this size takes, with padding. */
    public static int room(int rows, int columns) {
        return Math.multiplyExact(panels(columns), panelLength(rows));
    }

    /** Returns the number of panels of so many columns. */
    public static int panels(int columns) {
        return Math.ceilDiv(columns, WIDTH);
    }

    /** Returns the distance from one panel of so many rows to the next. */
    static int panelLength(int rows) {
        return Math.multiplyExact(Math.ceilDiv(rows, ALIGNMENT), ALIGNMENT * WIDTH);
    }

    /** Stores a matrix that is given row by row without gaps; the padding of what is stored is left as it is. */
    public static void pack(Floats matrix, Floats packed, int rows, int columns) {
        for (int panel = 0; panel < panels(columns); panel++) {
            int from = matrix.offset() + panel * WIDTH;
            int to = packed.offset() + panel * panelLength(rows);
            int width = Math.min(WIDTH, columns - panel * WIDTH);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(matrix.array(), from + row * columns, packed.array(), to + row * WIDTH, width);
            }
        }
    }

    /** Copies a stored matrix to where its rows lie without gaps. */
    public static void unpack(Floats packed, Floats matrix, int rows, int columns) {
        unpack(packed, matrix, rows, columns, 0, rows);
    }

    private static void unpack(Floats packed, Floats matrix, int rows, int columns, int first, int count) {
        for (int panel = 0; panel < panels(columns); panel++) {
            int from = packed.offset() + panel * panelLength(rows) + first * WIDTH;
            int to = matrix.offset() + panel * WIDTH;
            int width = Math.min(WIDTH, columns - panel * WIDTH);
            for (int row = 0; row < count; row++) {
                System.arraycopy(packed.array(), from + row * WIDTH, matrix.array(), to + row * columns, width);
            }
        }
    }

    /** Returns how many floats the matrix takes, with padding: a multiple of 512. */
    public int length() {
        return room(rows, columns);
    }

    /** Returns the number of panels, at least 1. */
    public int panels() {
        return panels(columns);
    }

    /** Returns the place of an element. */
    public int index(int row, int column) {
        return start(column / WIDTH) + row * WIDTH + column % WIDTH;
    }

    /** Stores a matrix that is given row by row, without padding, and zeros around it. */
    public void pack(float[] matrix, Floats packed) {
        if (matrix.length != rows * columns) {
            throw new IllegalArgumentException("%d floats are not a matrix of %d × %d; give it %d"
                    .formatted(matrix.length, rows, columns, rows * columns));
        }
        requireRoom(packed);
        Arrays.fill(packed.array(), packed.offset(), packed.offset() + length(), 0);
        pack(new Floats(matrix), packed, rows, columns);
    }

    /** Returns the stored matrix row by row, without padding. */
    public float[] unpack(Floats packed) {
        requireRoom(packed);
        var matrix = new float[rows * columns];
        unpack(packed, new Floats(matrix), rows, columns);
        return matrix;
    }

    /** Copies {@code count} rows of the stored matrix from row {@code first}, without padding. */
    public void unpack(Floats packed, int first, int count, Floats matrix) {
        unpack(packed, matrix, rows, columns, first, count);
    }

    int start(int panel) {
        return panel * panelLength(rows);
    }

    void clearPadding(Floats packed, int panel) {
        var array = packed.array();
        int start = packed.offset() + start(panel);
        int width = Math.min(WIDTH, columns - panel * WIDTH);
        if (width < WIDTH) {
            for (int row = 0; row < rows; row++) {
                Arrays.fill(array, start + row * WIDTH + width, start + (row + 1) * WIDTH, 0);
            }
        }
        Arrays.fill(array, start + rows * WIDTH, start + panelLength(rows), 0);
    }

    void requireRoom(Floats packed) {
        requireRoom(packed, rows, columns);
    }

    static void requireRoom(Floats packed, int rows, int columns) {
        if (packed.length() < room(rows, columns)) {
            throw new IllegalArgumentException("a matrix of %d × %d needs %d floats in panels, not %d"
                    .formatted(rows, columns, room(rows, columns), packed.length()));
        }
    }
}
