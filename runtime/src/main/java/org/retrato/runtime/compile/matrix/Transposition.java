package org.retrato.runtime.compile.matrix;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.retrato.runtime.compile.matrix.PanelLayout.WIDTH;
import static org.retrato.runtime.compile.matrix.VectorCode.FLOATS;

import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumMap;
import java.util.Map;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;

/** Turns the rows of a matrix in panels into the columns of another: square blocks, as many rows as a vector has lanes. */
public final class Transposition {
    private static final MethodTypeDesc TRANSPOSE = MethodTypeDesc.of(CD_void, FLOATS, CD_int, FLOATS, CD_int, FLOATS);

    private static final Map<VectorWidth, Transposition> SHARED = new EnumMap<>(VectorWidth.class);

    // The slots of the operands; offsets follow the arrays.
    private static final int FROM = 1;
    private static final int TO = 3;
    private static final int ZIPS = 5;

    private final int lanes;
    private final SquareBlock block;
    private final float[] zips;

    /** Transposes one block; the rows of both are {@link PanelLayout#WIDTH} apart. */
    @FunctionalInterface
    interface SquareBlock {
        /**
         * Transposes.
         *
         * @param zips the lanes of two vectors in turn: those of their first halves, then those of their second
         */
        void transpose(float[] from, int fromOffset, float[] to, int toOffset, float[] zips);
    }

    private Transposition(VectorWidth width) {
        lanes = width.lanes();
        block = VectorCode.define(SquareBlock.class, "transpose", TRANSPOSE, width, code -> write(code, width.lanes()));
        zips = new float[2 * lanes];
        for (int lane = 0; lane < zips.length; lane++) {
            zips[lane] = lane / 2 + lane % 2 * lanes;
        }
    }

    /** Returns the transposition by vectors of the given width. */
    public static Transposition of(VectorWidth width) {
        synchronized (SHARED) {
            return SHARED.computeIfAbsent(width, Transposition::new);
        }
    }

    /** Zips the first half of the rows with the second until each has met all others (as a deck in perfect shuffles). */
    private static void write(VectorCode code, int lanes) {
        int first = vector(code);
        int second = vector(code);
        code.species().aload(ZIPS).iconst_0();
        code.load(first);
        code.species().aload(ZIPS).loadConstant(lanes);
        code.load(second);
        var rows = new int[lanes];
        for (int row = 0; row < lanes; row++) {
            rows[row] = vector(code);
            code.species();
            pushRow(code, FROM, row);
            code.load(rows[row]);
        }
        for (int met = 1; met < lanes; met *= 2) {
            var zipped = new int[lanes];
            for (int row = 0; row < lanes; row++) {
                zipped[row] = vector(code);
                code.select(row % 2 == 0 ? first : second, rows[row / 2], rows[row / 2 + lanes / 2], zipped[row]);
            }
            rows = zipped;
        }
        for (int row = 0; row < lanes; row++) {
            pushRow(code, TO, row);
            code.store(rows[row]);
        }
        code.builder().return_();
    }

    private static int vector(VectorCode code) {
        return code.builder().allocateLocal(TypeKind.REFERENCE);
    }

    private static void pushRow(VectorCode code, int array, int row) {
        code.builder().aload(array).iload(array + 1).loadConstant(row * WIDTH).iadd();
    }

    /** Transposes a matrix. */
    public void run(Floats from, int rows, int columns, Floats to) {
        PanelLayout.requireRoom(from, rows, columns);
        PanelLayout.requireRoom(to, columns, rows);
        for (int panel = 0; panel < PanelLayout.panels(columns); panel++) {
            run(from, rows, columns, to, panel);
        }
    }

    /** Transposes one panel. */
    void run(Floats from, int rows, int columns, Floats to, int panel) {
        int width = Math.min(WIDTH, columns - panel * WIDTH);
        int source = from.offset() + panel * PanelLayout.panelLength(rows);
        int target = to.offset() + panel * WIDTH * WIDTH;
        for (int row = 0; row < rows; row += lanes) {
            int at = target + row / WIDTH * PanelLayout.panelLength(columns) + row % WIDTH;
            for (int column = 0; column < width; column += lanes) {
                block.transpose(from.array(), source + row * WIDTH + column, to.array(), at + column * WIDTH, zips);
            }
        }
    }
}
