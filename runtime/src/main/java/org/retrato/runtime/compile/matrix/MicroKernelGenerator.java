package org.retrato.runtime.compile.matrix;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.retrato.runtime.compile.matrix.PanelLayout.WIDTH;
import static org.retrato.runtime.compile.matrix.VectorCode.FLOATS;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import org.retrato.runtime.compile.machine.VectorWidth;

/**
 * Writes the bytecode of a {@link MicroKernel}, in which every sum is a local variable: only then does the just-in-time
 * compiler keep all of them in registers.
 */
final class MicroKernelGenerator {
    /** The number of vectors of b: with the {@link #strip} of a, as many sums as registers can hold. */
    private static final int VECTORS = 2;

    private static final MethodTypeDesc MULTIPLY =
            MethodTypeDesc.of(CD_void, FLOATS, CD_int, CD_int, CD_int, FLOATS, CD_int, FLOATS, CD_int, CD_int);

    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final MethodTypeDesc MIN = MethodTypeDesc.of(CD_int, CD_int, CD_int);

    // The slots of the operands; offsets follow the arrays.
    private static final int A = 1;
    private static final int B = 5;
    private static final int C = 7;
    private static final int DEPTH = 9;

    private final VectorWidth width;
    private final int rows;
    private final VectorCode code;
    private final int[][] sums;

    private MicroKernelGenerator(VectorWidth width, int groups, VectorCode code) {
        this.width = width;
        this.rows = groups * group(width);
        this.code = code;
        this.sums = new int[rows][VECTORS];
    }

    /** Returns the number of columns of a group: there are 16 registers of 256 bits, else 32. */
    static int group(VectorWidth width) {
        return switch (width) {
            case BITS_128, BITS_512 -> 4;
            case BITS_256 -> 2;
        };
    }

    /** Returns the number of columns of b that a kernel multiplies with. */
    static int columns(VectorWidth width) {
        return VECTORS * width.lanes();
    }

    /** Returns a new kernel for strips of {@code groups} groups. */
    static MicroKernel generate(VectorWidth width, int groups) {
        return VectorCode.define(
                MicroKernel.class,
                "multiply",
                MULTIPLY,
                width,
                code -> new MicroKernelGenerator(width, groups, code).multiply());
    }

    private void multiply() {
        for (var row : sums) {
            for (int vector = 0; vector < VECTORS; vector++) {
                row[vector] = code.builder().allocateLocal(TypeKind.REFERENCE);
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int vector = 0; vector < VECTORS; vector++) {
                code.species();
                pushSum(row, vector);
                code.load(sums[row][vector]);
            }
        }
        int step = code.builder().allocateLocal(TypeKind.INT);
        var top = code.builder().newLabel();
        var end = code.builder().newLabel();
        code.builder().iload(DEPTH).loadConstant(MicroKernel.DEPTH);
        code.builder().invokestatic(MATH, "min", MIN).istore(DEPTH);
        code.builder().iconst_0().istore(step);
        code.builder().labelBinding(top).iload(step).iload(DEPTH).if_icmpge(end);
        addProducts(step);
        code.builder().iinc(step, 1).goto_(top);
        code.builder().labelBinding(end);
        for (int row = 0; row < rows; row++) {
            for (int vector = 0; vector < VECTORS; vector++) {
                pushSum(row, vector);
                code.store(sums[row][vector]);
            }
        }
        code.builder().return_();
    }

    /** Pushes c and the index of a vector of sums. */
    private void pushSum(int row, int vector) {
        code.builder().aload(C).iload(C + 1);
        code.builder().loadConstant(row * WIDTH + vector * width.lanes()).iadd();
    }

    private void addProducts(int step) {
        var columns = new int[VECTORS];
        for (int vector = 0; vector < VECTORS; vector++) {
            columns[vector] = code.builder().allocateLocal(TypeKind.REFERENCE);
            code.species().aload(B);
            pushIndex(B + 1, step, vector * width.lanes());
            code.load(columns[vector]);
        }
        for (int row = 0; row < rows; row++) {
            int factor = code.builder().allocateLocal(TypeKind.REFERENCE);
            code.species().aload(A);
            pushIndex(A + 1 + row / group(width), step, row % group(width));
            code.broadcast(factor);
            for (int vector = 0; vector < VECTORS; vector++) {
                code.multiplyAdd(factor, columns[vector], sums[row][vector]);
            }
        }
    }

    /** Pushes {@code offset + step · WIDTH + more}. */
    private void pushIndex(int offset, int step, int more) {
        code.builder().iload(offset).iload(step).loadConstant(WIDTH).imul().iadd();
        code.builder().loadConstant(more).iadd();
    }
}
