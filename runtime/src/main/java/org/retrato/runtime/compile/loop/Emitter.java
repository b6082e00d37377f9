package org.retrato.runtime.compile.loop;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import org.retrato.runtime.compile.machine.VectorWidth;

/**
 * Writes one program as a hidden class whose {@code run} method is a single loop of vector operations.
 *
 * <p>Arrays, offsets and scalars are fetched before the loop. Each value is kept in a local variable; the just-in-time compiler
 * turns the calls into machine instructions on registers, and moves constants out of the loop. They are written in it, since C2
 * makes an object, for every run, of some vectors that are alive from one pass to the next.
 */
final class Emitter {

    private static final MethodTypeDesc RUN = MethodTypeDesc.of(
            CD_void, CD_float.arrayType().arrayType(), CD_int.arrayType(), CD_float.arrayType(), CD_int);

    private final Program program;
    private final VectorWidth width;
    private final Locals locals;

    private Emitter(Program program, VectorWidth width) {
        this.program = program;
        this.width = width;
        this.locals = new Locals(program.arrays(), program.scalars());
    }

    /** Compiles a program for vectors of a width. */
    static Kernel compile(Program program, VectorWidth width) {
        var name = ClassDesc.of(Emitter.class.getPackageName(), "GeneratedKernel");
        var bytes = ClassFile.of().build(name, new Emitter(program, width)::type);
        try {
            var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            var constructor = lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class));
            return (Kernel) constructor.invoke();
        } catch (Throwable refused) {
            throw new IllegalStateException("cannot compile the loop\n" + program, refused);
        }
    }

    private void type(ClassBuilder type) {
        type.withFlags(AccessFlag.FINAL)
                .withInterfaceSymbols(ClassDesc.of(Kernel.class.getName()))
                .withMethodBody(INIT_NAME, MTD_void, 0, this::constructor)
                .withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, this::run);
    }

    private void constructor(CodeBuilder code) {
        code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_();
    }

    private void run(CodeBuilder code) {
        for (var array = 0; array < locals.arrays(); array++) {
            code.aload(Locals.ARRAYS).loadConstant(array).aaload().astore(locals.array(array));
            code.aload(Locals.OFFSETS).loadConstant(array).iaload().istore(locals.offset(array));
        }
        scalars(code);
        var top = code.newLabel();
        var end = code.newLabel();
        code.iconst_0().istore(Locals.ELEMENT);
        code.labelBinding(top).iload(Locals.ELEMENT).iload(Locals.COUNT).if_icmpge(end);
        values(code);
        code.iinc(Locals.ELEMENT, width.lanes()).goto_(top);
        code.labelBinding(end).return_();
    }

    private void scalars(CodeBuilder code) {
        for (var number = 0; number < locals.scalars(); number++) {
            code.aload(Locals.SCALARS).loadConstant(number).faload().fstore(locals.scalar(number));
        }
    }

    private void values(CodeBuilder code) {
        var emitter = new InstructionEmitter(code, locals, width);
        for (var position = 0; position < program.instructions().size(); position++) {
            var instruction = program.instructions().get(position);
            emitter.emit(instruction);
            if (instruction.operation() != Operation.STORE) {
                code.astore(locals.value(position));
            }
        }
    }
}
