package org.retrato.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plugins that every later build trains with call all that an author could call when they were compiled. */
class FrozenPluginsTest {

    private static final String API = "org/retrato/api/";
    private static final Set<String> IMPLEMENTED_BY_THE_RUNTIME = Set.of(API + "Tensor", API + "Step", API + "Layer");

    @ParameterizedTest
    @MethodSource("org.retrato.api.Release#all")
    void they_call_all_that_there_was_to_call(Release release) throws Exception {
        var callable = classes(release.api()).stream()
                .flatMap(FrozenPluginsTest::callable)
                .toList();

        assertThat(callable)
                .contains(
                        API + "Tensor.erf()L" + API + "Tensor;",
                        API + "Range.positive(Ljava/lang/String;D)V",
                        API + "Loss.of(Ljava/lang/String;)L" + API + "Loss;");
        for (var plugin : release.frozenPlugins()) {
            var called =
                    classes(plugin).stream().flatMap(FrozenPluginsTest::calls).toList();
            assertThat(callable)
                    .as("what %s does not call", plugin)
                    .filteredOn(method -> !called.contains(method))
                    .isEmpty();
        }
    }

    /** Returns what is called on objects of the runtime, and the factories and checks; not what a plugin implements. */
    private static Stream<String> callable(ClassModel type) {
        var name = type.thisClass().asInternalName();
        return type.methods().stream()
                .filter(method -> method.flags().has(AccessFlag.PUBLIC))
                .filter(method -> IMPLEMENTED_BY_THE_RUNTIME.contains(name)
                        || method.flags().has(AccessFlag.STATIC)
                                && !name.contains("Stability")
                                && !method.methodName().equalsString("declaredBy")) // for tools
                .map(method -> name + "." + method.methodName() + method.methodType());
    }

    private static Stream<String> calls(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .<PoolEntry>map(entry -> entry)
                .filter(MemberRefEntry.class::isInstance)
                .map(MemberRefEntry.class::cast)
                .map(entry -> entry.owner().asInternalName() + "." + entry.name() + entry.type());
    }

    private static List<ClassModel> classes(Path jar) throws IOException {
        var models = new ArrayList<ClassModel>();
        try (var content = FileSystems.newFileSystem(jar);
                var files = Files.walk(content.getPath("/"))) {
            for (var file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".class"))::iterator) {
                models.add(ClassFile.of().parse(Files.readAllBytes(file)));
            }
        }
        return models;
    }
}
