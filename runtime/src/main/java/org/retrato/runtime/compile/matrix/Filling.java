package org.retrato.runtime.compile.matrix;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.retrato.runtime.compile.matrix.PanelLayout.WIDTH;
import static org.retrato.runtime.compile.matrix.VectorCode.FLOATS;

import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import org.retrato.runtime.compile.machine.VectorWidth;

/** Fills each row of a panel with a number of its own: what the sums of a product begin with. */
@FunctionalInterface
interface Filling {

    /** Fills the rows of c, {@link PanelLayout#WIDTH} floats each. */
    void fill(float[] numbers, int offset, float[] c, int cOffset, int rows);

    /** Returns a filling by vectors of the given width. */
    static Filling generate(VectorWidth width) {
        var descriptor = MethodTypeDesc.of(CD_void, FLOATS, CD_int, FLOATS, CD_int, CD_int);
        return VectorCode.define(Filling.class, "fill", descriptor, width, code -> {
            int row = code.builder().allocateLocal(TypeKind.INT);
            int number = code.builder().allocateLocal(TypeKind.REFERENCE);
            var top = code.builder().newLabel();
            var end = code.builder().newLabel();
            code.builder().iconst_0().istore(row);
            code.builder().labelBinding(top).iload(row).iload(5).if_icmpge(end);
            code.species().aload(1).iload(2).iload(row).iadd();
            code.broadcast(number);
            for (int lane = 0; lane < WIDTH; lane += width.lanes()) {
                code.builder()
                        .aload(3)
                        .iload(4)
                        .iload(row)
                        .loadConstant(WIDTH)
                        .imul()
                        .iadd();
                code.builder().loadConstant(lane).iadd();
                code.store(number);
            }
            code.builder().iinc(row, 1).goto_(top);
            code.builder().labelBinding(end).return_();
        });
    }
}
