package org.retrato.api;

import static java.lang.classfile.ClassFile.ACC_ABSTRACT;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin that was compiled against the last release runs with this build, and compiles against it. */
class CompatibilityTest {

    private static final ClassDesc TENSOR = Tensor.class.describeConstable().orElseThrow();
    private static final ClassDesc STEP = Step.class.describeConstable().orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void nothing_breaks_that_is_not_meant_to() throws Exception {
        var released = Release.last();
        var meant = Files.readAllLines(Release.FOLDER.resolve("breaks.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(Comparison.breaks(released.api(), Built.jar(folder.resolve("built.jar"))))
                .as("""
                        the breaks of the api since %s.
                        Plugins that were compiled against it would fail, or would not compile any more.
                        Keep what was there: deprecate it, and let it call what is new. Give a new method of an extension point a default.
                        Where api/VERSIONING.md allows a break and it is worth it, write its line into api/releases/breaks.txt""", released.version())
                .containsExactlyInAnyOrderElementsOf(meant);
    }

    @Test
    void a_removed_method_is_a_break() throws Exception {
        assertThat(changed("Tensor", without("abs"))).containsExactly("Tensor.abs(): method removed");
    }

    @Test
    void a_changed_return_type_is_a_break() throws Exception {
        var descriptor = MethodTypeDesc.of(ConstantDescs.CD_double);

        assertThat(changed("Step", without("iteration").andThen(with("iteration", descriptor))))
                .containsExactly("Step.iteration(): method return type changed");
    }

    /** A compiled call names the type that it wants back. */
    @Test
    void a_narrower_return_type_is_a_break() throws Exception {
        var wide = with("constant", MethodTypeDesc.of(ConstantDescs.CD_Number, ConstantDescs.CD_double));
        var narrow = with("constant", MethodTypeDesc.of(ConstantDescs.CD_Integer, ConstantDescs.CD_double));

        assertThat(Comparison.breaks(
                        jarWith("Step", without("constant").andThen(wide)),
                        jarWith("Step", without("constant").andThen(narrow))))
                .containsExactly("Step.constant(double): method return type changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Activation", "Loss", "Optimizer", "Schedule", "Style"})
    void a_new_abstract_method_of_an_extension_point_is_a_break(String type) throws Exception {
        assertThat(changed(type, with("evaluation", MethodTypeDesc.of(TENSOR, STEP))))
                .contains(type + ".evaluation(Step): method added to interface");
    }

    @Test
    void a_new_default_method_of_an_extension_point_is_not() throws Exception {
        var evaluation = ClassTransform.endHandler(type -> type.withMethodBody(
                "evaluation",
                MethodTypeDesc.of(TENSOR, STEP),
                ACC_PUBLIC,
                code -> code.aconst_null().areturn()));

        assertThat(changed("Optimizer", evaluation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tensor", "Step", "Layer"})
    void a_new_method_of_what_the_runtime_implements_is_not(String type) throws Exception {
        assertThat(changed(type, with("cumulativeSum", MethodTypeDesc.of(TENSOR, ConstantDescs.CD_int))))
                .isEmpty();
    }

    @Test
    void a_removed_type_is_a_break() throws Exception {
        var less = copy();
        try (var jar = FileSystems.newFileSystem(less)) {
            Files.delete(jar.getPath("org/retrato/api/Name.class"));
        }

        assertThat(Comparison.breaks(Release.last().api(), less)).contains("Name: class removed");
    }

    /** Changes a type of the last release, and returns what that breaks. */
    private Iterable<String> changed(String type, ClassTransform change) throws Exception {
        return Comparison.breaks(Release.last().api(), jarWith(type, change));
    }

    private Path jarWith(String type, ClassTransform change) throws Exception {
        var changed = copy();
        try (var jar = FileSystems.newFileSystem(changed)) {
            var file = jar.getPath("org/retrato/api", type + ".class");
            var classes = ClassFile.of();
            Files.write(file, classes.transformClass(classes.parse(Files.readAllBytes(file)), change));
        }
        return changed;
    }

    private Path copy() throws Exception {
        var file = Files.createTempFile(folder, "changed", ".jar");
        Files.write(file, Files.readAllBytes(Release.last().api()));
        return file;
    }

    private static ClassTransform without(String method) {
        return ClassTransform.dropping(element ->
                element instanceof MethodModel model && model.methodName().equalsString(method));
    }

    private static ClassTransform with(String method, MethodTypeDesc descriptor) {
        return ClassTransform.endHandler(
                type -> type.withMethod(method, descriptor, ACC_PUBLIC | ACC_ABSTRACT, _ -> {}));
    }
}
