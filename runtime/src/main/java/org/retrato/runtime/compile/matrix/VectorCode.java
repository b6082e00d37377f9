package org.retrato.runtime.compile.matrix;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.function.Consumer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;
import org.retrato.runtime.compile.machine.VectorWidth;

/** Writes instructions on vectors that are local variables. */
final class VectorCode {
    static final ClassDesc FLOATS = CD_float.arrayType();

    private static final ClassDesc FLOAT_VECTOR = describe(FloatVector.class);
    private static final ClassDesc VECTOR = describe(Vector.class);
    private static final ClassDesc SPECIES = describe(VectorSpecies.class);
    private static final MethodTypeDesc FROM_ARRAY = MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, FLOATS, CD_int);
    private static final MethodTypeDesc INTO_ARRAY = MethodTypeDesc.of(CD_void, FLOATS, CD_int);
    private static final MethodTypeDesc BROADCAST = MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, CD_float);
    private static final MethodTypeDesc OF_TWO = MethodTypeDesc.of(FLOAT_VECTOR, VECTOR, VECTOR);

    private final VectorWidth width;
    private final CodeBuilder builder;

    private VectorCode(VectorWidth width, CodeBuilder builder) {
        this.width = width;
        this.builder = builder;
    }

    /** Returns a new object of a generated class whose only method is written by {@code body}. */
    static <T> T define(
            Class<T> type, String method, MethodTypeDesc descriptor, VectorWidth width, Consumer<VectorCode> body) {
        var lookup = MethodHandles.lookup();
        var name = ClassDesc.of(lookup.lookupClass().getPackageName(), "GeneratedKernel");
        var bytes = ClassFile.of().build(name, generated -> {
            generated.withFlags(AccessFlag.FINAL).withInterfaceSymbols(describe(type));
            generated.withMethodBody(
                    INIT_NAME,
                    MTD_void,
                    0,
                    code -> code.aload(0)
                            .invokespecial(CD_Object, INIT_NAME, MTD_void)
                            .return_());
            generated.withMethodBody(
                    method, descriptor, ClassFile.ACC_PUBLIC, code -> body.accept(new VectorCode(width, code)));
        });
        try {
            var kernel = lookup.defineHiddenClass(bytes, true).lookupClass();
            return type.cast(kernel.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot define a generated matrix kernel", e);
        }
    }

    /** Returns what writes all other instructions. */
    CodeBuilder builder() {
        return builder;
    }

    /** Pushes the species. */
    CodeBuilder species() {
        return builder.getstatic(FLOAT_VECTOR, width.speciesConstant(), SPECIES);
    }

    /** Loads a vector, given the species, an array and an index. */
    void load(int vector) {
        builder.invokestatic(FLOAT_VECTOR, "fromArray", FROM_ARRAY).astore(vector);
    }

    /** Fills a vector with an element, given the species, an array and an index. */
    void broadcast(int vector) {
        builder.faload().invokestatic(FLOAT_VECTOR, "broadcast", BROADCAST).astore(vector);
    }

    /** Stores a vector, given an array and an index. */
    void store(int vector) {
        builder.aload(vector).dup_x2().pop();
        builder.invokevirtual(FLOAT_VECTOR, "intoArray", INTO_ARRAY);
    }

    /** Adds the product of two vectors to a sum. */
    void multiplyAdd(int a, int b, int sum) {
        builder.aload(a).aload(b).aload(sum);
        builder.invokevirtual(FLOAT_VECTOR, "fma", OF_TWO).astore(sum);
    }

    /** Picks lanes from two vectors, one after the other, as the numbers in {@code lanes} say. */
    void select(int lanes, int low, int high, int result) {
        builder.aload(lanes).aload(low).aload(high);
        builder.invokevirtual(FLOAT_VECTOR, "selectFrom", OF_TWO).astore(result);
    }

    private static ClassDesc describe(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
