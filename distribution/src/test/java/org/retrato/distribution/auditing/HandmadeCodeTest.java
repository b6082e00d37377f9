package org.retrato.distribution.auditing;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits what no compiler writes, but Java runs. */
class HandmadeCodeTest {

    private static final ClassDesc SLY = ClassDesc.of("sly.Sly");
    private static final MethodTypeDesc EXIT_TYPE = MethodTypeDesc.of(CD_void, CD_int);
    private static final DirectMethodHandleDesc EXIT = MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, ClassDesc.of("java.lang.System"), "exit", EXIT_TYPE);
    private static final Finding FOUND = new Finding(Capability.EXIT, "sly.Sly.go", "java.lang.System.exit");

    /** A bootstrap method of the plugin itself, of which nothing is suspicious. */
    private static final DirectMethodHandleDesc OWN =
            ConstantDescs.ofConstantBootstrap(SLY, "bootstrap", CD_Object, CD_Object);

    @TempDir
    private Path folder;

    @Test
    void a_method_that_an_instruction_hands_to_its_bootstrap_method_is_found() throws Exception {
        var site = DynamicCallSiteDesc.of(
                ConstantDescs.ofCallsiteBootstrap(
                        SLY, "bootstrap", ClassDesc.of("sly.Site"), ConstantDescs.CD_MethodHandle),
                "name",
                MethodTypeDesc.of(CD_void),
                EXIT);

        assertThat(audit(code -> code.invokedynamic(site)))
                .contains(FOUND)
                .allSatisfy(finding -> assertThat(finding.capability()).isIn(Capability.EXIT, Capability.OTHER));
    }

    @Test
    void a_method_deep_in_a_constant_is_found() throws Exception {
        var inner = DynamicConstantDesc.ofNamed(OWN, "inner", CD_Object, EXIT);
        var outer = DynamicConstantDesc.ofNamed(OWN, "outer", CD_Object, inner);

        assertThat(audit(code -> code.loadConstant(outer).pop())).containsExactly(FOUND);
    }

    @Test
    void a_constant_that_is_made_of_itself_is_no_endless_search() throws Exception {
        var inner = DynamicConstantDesc.ofNamed(OWN, "inner", CD_Object, EXIT);
        var outer = DynamicConstantDesc.ofNamed(OWN, "outer", CD_Object, inner);
        var classFile = sly(code -> code.loadConstant(outer).pop());
        for (var entry : ClassFile.of().parse(classFile).constantPool()) {
            if (entry instanceof ConstantDynamicEntry made && made.name().equalsString("outer")) {
                var bootstrap = made.bootstrap();
                var inFile = ByteBuffer.allocate(6)
                        .putShort((short) bootstrap.bootstrapMethod().index())
                        .putShort((short) 1)
                        .putShort((short) bootstrap.arguments().getFirst().index());
                int at = indexOf(classFile, inFile.array());
                ByteBuffer.wrap(classFile).putShort(at + 4, (short) made.index());
            }
        }

        assertThat(Jars.audit(folder, Map.of("sly/Sly.class", classFile)).findings())
                .containsExactly(new Finding(Capability.EXIT, "sly.Sly", "java.lang.System.exit"));
    }

    @Test
    void a_method_that_is_itself_a_constant_is_found() throws Exception {
        assertThat(audit(code -> code.loadConstant(EXIT).pop())).containsExactly(FOUND);
    }

    @Test
    void a_constant_that_calls_a_method_is_found() throws Exception {
        var invoke = ConstantDescs.ofConstantBootstrap(
                ClassDesc.of("java.lang.invoke.ConstantBootstraps"),
                "invoke",
                CD_Object,
                ConstantDescs.CD_MethodHandle,
                CD_Object.arrayType());

        assertThat(audit(code -> code.loadConstant(DynamicConstantDesc.ofNamed(invoke, "_", CD_Object, EXIT, 0))
                        .pop()))
                .containsExactly(FOUND);
    }

    @Test
    void a_field_that_is_named_by_a_text_alone_is_found() throws Exception {
        var getStaticFinal = ConstantDescs.ofConstantBootstrap(
                ClassDesc.of("java.lang.invoke.ConstantBootstraps"),
                "getStaticFinal",
                CD_Object,
                ConstantDescs.CD_Class);
        var out = DynamicConstantDesc.ofNamed(
                getStaticFinal,
                "out",
                PrintStream.class.describeConstable().orElseThrow(),
                ClassDesc.of("java.lang.System"));

        assertThat(audit(code -> code.loadConstant(out).pop()))
                .containsExactly(new Finding(
                        Capability.REFLECTION, "sly.Sly.go", "java.lang.invoke.ConstantBootstraps.getStaticFinal"));
    }

    @Test
    void a_method_in_the_constant_pool_alone_is_found() throws Exception {
        var sly = ClassFile.of().build(SLY, type -> {
            type.constantPool().methodRefEntry(ClassDesc.of("java.lang.System"), "exit", EXIT_TYPE);
        });

        assertThat(Jars.audit(folder, Map.of("sly/Sly.class", sly)).findings())
                .containsExactly(new Finding(Capability.EXIT, "sly.Sly", "java.lang.System.exit"));
    }

    @Test
    void a_class_that_extends_itself_is_no_endless_search() throws Exception {
        var one = ClassFile.of()
                .build(
                        SLY,
                        type -> type.withSuperclass(ClassDesc.of("sly.Other"))
                                .withMethodBody(
                                        "go",
                                        MethodTypeDesc.of(CD_void),
                                        ClassFile.ACC_STATIC,
                                        code -> code.aconst_null()
                                                .invokevirtual(SLY, "wait", MethodTypeDesc.of(CD_void))
                                                .return_()));
        var other = ClassFile.of().build(ClassDesc.of("sly.Other"), type -> type.withSuperclass(SLY));

        assertThat(Jars.audit(folder, Map.of("sly/Sly.class", one, "sly/Other.class", other))
                        .findings())
                .isEmpty();
    }

    @Test
    void a_member_of_an_array_is_one_of_every_object() throws Exception {
        var array = CD_String.arrayType();

        assertThat(audit(code -> code.aconst_null()
                        .invokevirtual(array, "clone", MethodTypeDesc.of(CD_Object))
                        .invokevirtual(array, "wait", MethodTypeDesc.of(CD_void))))
                .containsExactly(new Finding(Capability.THREADS, "sly.Sly.go", "java.lang.Object.wait"));
    }

    @Test
    void a_name_that_no_class_can_have_is_of_no_class() throws Exception {
        assertThat(audit(code -> {
                    var pool = code.constantPool();
                    var odd = pool.classEntry(pool.utf8Entry("java/lang/\0\u001B[2J"));
                    var type = pool.nameAndTypeEntry("wait", MethodTypeDesc.of(CD_void));
                    code.aconst_null().invoke(Opcode.INVOKEVIRTUAL, pool.methodRefEntry(odd, type));
                }))
                .containsExactly(new Finding(Capability.OTHER, "sly.Sly.go", "java.lang.\0\u001B[2J.wait"));
    }

    private List<Finding> audit(Consumer<CodeBuilder> body) throws Exception {
        return Jars.audit(folder, Map.of("sly/Sly.class", sly(body))).findings();
    }

    private static byte[] sly(Consumer<CodeBuilder> body) {
        return ClassFile.of()
                .build(
                        SLY,
                        type -> type.withMethodBody("go", MethodTypeDesc.of(CD_void), ClassFile.ACC_STATIC, code -> {
                            body.accept(code);
                            code.return_();
                        }));
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return IntStream.rangeClosed(0, bytes.length - part.length)
                .filter(at -> Arrays.equals(bytes, at, at + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }
}
