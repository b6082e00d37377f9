package org.retrato.runtime.compile.loop;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.retrato.runtime.compile.machine.VectorWidth;

/** Writes the byte code of single instructions: a call of the vector API for each. */
final class InstructionEmitter {

    private static final ClassDesc FUNCTION = descriptor(ScalarFunction.class);
    private static final ClassDesc FLOATS = descriptor(FloatVector.class);
    private static final ClassDesc INTS = descriptor(IntVector.class);
    private static final ClassDesc VECTOR = descriptor(Vector.class);
    private static final ClassDesc MASK = descriptor(VectorMask.class);
    private static final ClassDesc SPECIES = descriptor(VectorSpecies.class);
    private static final ClassDesc OPERATORS = descriptor(VectorOperators.class);
    private static final ClassDesc BINARY = descriptor(VectorOperators.Binary.class);
    private static final ClassDesc ASSOCIATIVE = descriptor(VectorOperators.Associative.class);
    private static final ClassDesc COMPARISON = descriptor(VectorOperators.Comparison.class);
    private static final ClassDesc CONVERSION = descriptor(VectorOperators.Conversion.class);
    private static final ClassDesc FLOAT_ARRAY = CD_float.arrayType();

    private final CodeBuilder code;
    private final Locals locals;
    private final VectorWidth width;

    InstructionEmitter(CodeBuilder code, Locals locals, VectorWidth width) {
        this.code = code;
        this.locals = locals;
        this.width = width;
    }

    /** Writes the code that leaves the value of an instruction on the stack, or stores it. */
    void emit(Instruction instruction) {
        var operation = instruction.operation();
        var immediate = instruction.immediate();
        switch (operation) {
            case CONSTANT -> {
                species(FLOATS).loadConstant(Float.intBitsToFloat(immediate));
                broadcast(FLOATS, CD_float);
            }
            case SCALAR -> {
                species(FLOATS).fload(locals.scalar(immediate));
                broadcast(FLOATS, CD_float);
            }
            case INTEGER -> {
                species(INTS).loadConstant(immediate);
                broadcast(INTS, CD_int);
            }
            case LOAD -> {
                species(FLOATS);
                element(immediate);
                code.invokestatic(FLOATS, "fromArray", MethodTypeDesc.of(FLOATS, SPECIES, FLOAT_ARRAY, CD_int));
            }
            case STORE -> {
                value(instruction, 0);
                element(immediate);
                code.invokevirtual(FLOATS, "intoArray", MethodTypeDesc.of(CD_void, FLOAT_ARRAY, CD_int));
            }
            case ADD, SUB, MUL, DIV, MIN, MAX -> {
                values(instruction);
                code.invokevirtual(FLOATS, operation.toString(), MethodTypeDesc.of(FLOATS, VECTOR));
            }
            case FMA -> {
                values(instruction);
                code.invokevirtual(FLOATS, "fma", MethodTypeDesc.of(FLOATS, VECTOR, VECTOR));
            }
            case SQRT, ABS, NEG -> {
                values(instruction);
                code.invokevirtual(FLOATS, operation.toString(), MethodTypeDesc.of(FLOATS));
            }
            case BITS -> {
                values(instruction);
                code.invokevirtual(FLOATS, "reinterpretAsInts", MethodTypeDesc.of(INTS));
            }
            case FROM_BITS -> {
                values(instruction);
                code.invokevirtual(INTS, "reinterpretAsFloats", MethodTypeDesc.of(FLOATS));
            }
            case FROM_INT -> convert(instruction, "I2F", INTS, FLOATS);
            case TO_INT -> convert(instruction, "F2I", FLOATS, INTS);
            case INT_ADD -> lanewise(instruction, "ADD", ASSOCIATIVE);
            case INT_SUB -> lanewise(instruction, "SUB", BINARY);
            case INT_MUL -> lanewise(instruction, "MUL", ASSOCIATIVE);
            case INT_AND -> lanewise(instruction, "AND", ASSOCIATIVE);
            case INT_OR -> lanewise(instruction, "OR", ASSOCIATIVE);
            case INT_XOR -> lanewise(instruction, "XOR", ASSOCIATIVE);
            case SHIFT_LEFT -> shift(instruction, "LSHL");
            case SHIFT_RIGHT -> shift(instruction, "ASHR");
            case SHIFT_RIGHT_UNSIGNED -> shift(instruction, "LSHR");
            case LESS -> compare(instruction, "LT", FLOATS);
            case LESS_EQUAL -> compare(instruction, "LE", FLOATS);
            case EQUAL -> compare(instruction, "EQ", FLOATS);
            case INT_LESS -> {
                compare(instruction, "LT", INTS);
                castMask(FLOATS);
            }
            case INT_EQUAL -> {
                compare(instruction, "EQ", INTS);
                castMask(FLOATS);
            }
            case AND, OR -> {
                values(instruction);
                code.invokevirtual(MASK, operation.toString(), MethodTypeDesc.of(MASK, MASK));
            }
            case NOT -> {
                values(instruction);
                code.invokevirtual(MASK, "not", MethodTypeDesc.of(MASK));
            }
            case SELECT -> select(instruction, FLOATS);
            case INT_SELECT -> select(instruction, INTS);
            case PATCH -> patch(instruction);
        }
    }

    private void broadcast(ClassDesc vector, ClassDesc value) {
        code.invokestatic(vector, "broadcast", MethodTypeDesc.of(vector, SPECIES, value));
    }

    private void convert(Instruction instruction, String conversion, ClassDesc from, ClassDesc to) {
        values(instruction);
        operator(conversion, CONVERSION).iconst_0();
        code.invokevirtual(from, "convert", MethodTypeDesc.of(VECTOR, CONVERSION, CD_int))
                .checkcast(to);
    }

    private void lanewise(Instruction instruction, String operator, ClassDesc type) {
        value(instruction, 0);
        operator(operator, type);
        value(instruction, 1);
        code.invokevirtual(INTS, "lanewise", MethodTypeDesc.of(INTS, BINARY, VECTOR));
    }

    private void shift(Instruction instruction, String operator) {
        value(instruction, 0);
        operator(operator, BINARY).loadConstant(instruction.immediate());
        code.invokevirtual(INTS, "lanewise", MethodTypeDesc.of(INTS, BINARY, CD_int));
    }

    private void compare(Instruction instruction, String operator, ClassDesc vector) {
        value(instruction, 0);
        operator(operator, COMPARISON);
        value(instruction, 1);
        code.invokevirtual(vector, "compare", MethodTypeDesc.of(MASK, COMPARISON, VECTOR));
    }

    /** All masks are kept as those of floats. */
    private void castMask(ClassDesc vector) {
        species(vector).invokevirtual(MASK, "cast", MethodTypeDesc.of(MASK, SPECIES));
    }

    private void select(Instruction instruction, ClassDesc vector) {
        value(instruction, 2);
        value(instruction, 1);
        value(instruction, 0);
        if (vector == INTS) {
            castMask(INTS);
        }
        code.invokevirtual(vector, "blend", MethodTypeDesc.of(vector, VECTOR, MASK));
    }

    /** Goes through an array in the rare case: a vector that is handed to a method would be an object in every case. */
    private void patch(Instruction instruction) {
        var function = ScalarFunction.values()[instruction.immediate()];
        var done = code.newLabel();
        value(instruction, 0);
        value(instruction, 1);
        code.invokevirtual(MASK, "anyTrue", MethodTypeDesc.of(CD_boolean)).ifeq(done);
        code.loadConstant(width.lanes()).newarray(TypeKind.FLOAT).astore(Locals.PATCHED);
        value(instruction, 2);
        code.aload(Locals.PATCHED).iconst_0();
        code.invokevirtual(FLOATS, "intoArray", MethodTypeDesc.of(CD_void, FLOAT_ARRAY, CD_int));
        code.getstatic(FUNCTION, function.name(), FUNCTION).aload(Locals.PATCHED);
        value(instruction, 1);
        code.invokevirtual(MASK, "toLong", MethodTypeDesc.of(CD_long));
        code.invokevirtual(FUNCTION, "apply", MethodTypeDesc.of(CD_void, FLOAT_ARRAY, CD_long));
        species(FLOATS).aload(Locals.PATCHED).iconst_0();
        code.invokestatic(FLOATS, "fromArray", MethodTypeDesc.of(FLOATS, SPECIES, FLOAT_ARRAY, CD_int));
        value(instruction, 1);
        code.invokevirtual(FLOATS, "blend", MethodTypeDesc.of(FLOATS, VECTOR, MASK));
        code.labelBinding(done);
    }

    private CodeBuilder species(ClassDesc vector) {
        return code.getstatic(vector, width.speciesConstant(), SPECIES);
    }

    private CodeBuilder operator(String name, ClassDesc type) {
        return code.getstatic(OPERATORS, name, type);
    }

    private void element(int array) {
        code.aload(locals.array(array))
                .iload(locals.offset(array))
                .iload(Locals.ELEMENT)
                .iadd();
    }

    private void values(Instruction instruction) {
        for (var operand = 0; operand < instruction.operands().size(); operand++) {
            value(instruction, operand);
        }
    }

    private void value(Instruction instruction, int operand) {
        code.aload(locals.value(instruction.operands().get(operand)));
    }

    private static ClassDesc descriptor(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
