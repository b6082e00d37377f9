package org.retrato.runtime.compile.matrix;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;
import static org.retrato.runtime.compile.matrix.MicroKernel.ROWS;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.matrix.MicroKernel.Operand;

/**
 * Writes the bytecode of a {@link MicroKernel}, in which every sum is a local variable: only then does the just-in-time
 * compiler keep all of them in registers.
 */
final class MicroKernelGenerator {
    private static final ClassDesc FLOATS = CD_float.arrayType();
    private static final ClassDesc FLOAT_VECTOR = describe(FloatVector.class);
    private static final ClassDesc VECTOR = describe(Vector.class);
    private static final ClassDesc SPECIES = describe(VectorSpecies.class);
    private static final MethodTypeDesc FROM_ARRAY = MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, FLOATS, CD_int);
    private static final MethodTypeDesc INTO_ARRAY = MethodTypeDesc.of(CD_void, FLOATS, CD_int);
    private static final MethodTypeDesc BROADCAST = MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, CD_float);
    private static final MethodTypeDesc FMA = MethodTypeDesc.of(FLOAT_VECTOR, VECTOR, VECTOR);
    private static final MethodTypeDesc MULTIPLY = MethodTypeDesc.of(
            CD_void, FLOATS, CD_int, CD_int, // a
            FLOATS, CD_int, // b
            FLOATS, CD_int, CD_int, // start
            FLOATS, CD_int, CD_int, // c
            CD_int);

    // The slots of the operands: each array is followed by its offset and, but for b, its distance.
    private static final int A = 1;
    private static final int B = 4;
    private static final int START = 6;
    private static final int C = 9;
    private static final int DEPTH = 12;

    private final VectorWidth width;
    private final int vectors;
    private final Operand a;
    private final CodeBuilder code;

    private MicroKernelGenerator(VectorWidth width, int vectors, Operand a, CodeBuilder code) {
        this.width = width;
        this.vectors = vectors;
        this.a = a;
        this.code = code;
    }

    /** Returns a new kernel for as many columns as {@code vectors} vectors hold. */
    static MicroKernel generate(VectorWidth width, int vectors, Operand a) {
        var lookup = MethodHandles.lookup();
        var name = ClassDesc.of(lookup.lookupClass().getPackageName(), "GeneratedKernel");
        var bytes = ClassFile.of().build(name, type -> {
            type.withFlags(AccessFlag.FINAL).withInterfaceSymbols(describe(MicroKernel.class));
            type.withMethodBody(INIT_NAME, MTD_void, 0, MicroKernelGenerator::construct);
            type.withMethodBody(
                    "multiply",
                    MULTIPLY,
                    ClassFile.ACC_PUBLIC,
                    code -> new MicroKernelGenerator(width, vectors, a, code).multiply());
        });
        try {
            var kernel = lookup.defineHiddenClass(bytes, true).lookupClass();
            return (MicroKernel) kernel.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot define a generated matrix kernel", e);
        }
    }

    private static void construct(CodeBuilder code) {
        code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_();
    }

    private void multiply() {
        var sums = new int[ROWS][vectors];
        for (int row = 0; row < ROWS; row++) {
            for (int vector = 0; vector < vectors; vector++) {
                species().aload(START);
                tileIndex(START, row, vector);
                sums[row][vector] = fromArray();
            }
        }
        int step = code.allocateLocal(TypeKind.INT);
        var top = code.newLabel();
        var end = code.newLabel();
        code.iconst_0().istore(step);
        code.labelBinding(top).iload(step).iload(DEPTH).if_icmpge(end);
        addProducts(sums, step);
        code.iinc(step, 1).goto_(top);
        code.labelBinding(end);
        for (int row = 0; row < ROWS; row++) {
            for (int vector = 0; vector < vectors; vector++) {
                code.aload(sums[row][vector]).aload(C);
                tileIndex(C, row, vector);
                code.invokevirtual(FLOAT_VECTOR, "intoArray", INTO_ARRAY);
            }
        }
        code.return_();
    }

    private void addProducts(int[][] sums, int step) {
        var columns = new int[vectors];
        for (int vector = 0; vector < vectors; vector++) {
            species().aload(B);
            columnIndex(step, vector);
            columns[vector] = fromArray();
        }
        for (int row = 0; row < ROWS; row++) {
            species().aload(A);
            rowIndex(step, row);
            code.faload().invokestatic(FLOAT_VECTOR, "broadcast", BROADCAST);
            int factor = store();
            for (int vector = 0; vector < vectors; vector++) {
                code.aload(factor).aload(columns[vector]).aload(sums[row][vector]);
                code.invokevirtual(FLOAT_VECTOR, "fma", FMA).astore(sums[row][vector]);
            }
        }
    }

    /** Pushes {@code offset + row · distance + vector · lanes} of c or of the start. */
    private void tileIndex(int array, int row, int vector) {
        code.iload(array + 1).iload(array + 2);
        code.loadConstant(row).imul().iadd();
        code.loadConstant(vector * width.lanes()).iadd();
    }

    /** Pushes {@code offset + step · width + vector · lanes} of b. */
    private void columnIndex(int step, int vector) {
        code.iload(B + 1)
                .iload(step)
                .loadConstant(vectors * width.lanes())
                .imul()
                .iadd();
        code.loadConstant(vector * width.lanes()).iadd();
    }

    /** Pushes the index of {@code a[row, step]}. */
    private void rowIndex(int step, int row) {
        switch (a) {
            case ROWS_APART -> {
                code.iload(A + 1).iload(A + 2).loadConstant(row).imul().iadd();
                code.iload(step).iadd();
            }
            case COLUMNS_APART -> {
                code.iload(A + 1).iload(A + 2).iload(step).imul().iadd();
                code.loadConstant(row).iadd();
            }
        }
    }

    private CodeBuilder species() {
        return code.getstatic(FLOAT_VECTOR, width.speciesConstant(), SPECIES);
    }

    private int fromArray() {
        code.invokestatic(FLOAT_VECTOR, "fromArray", FROM_ARRAY);
        return store();
    }

    private int store() {
        int local = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(local);
        return local;
    }

    private static ClassDesc describe(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
