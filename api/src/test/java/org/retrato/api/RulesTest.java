package org.retrato.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the api to what VERSIONING.md says of all of it, whatever is added. */
class RulesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void every_public_type_says_how_stable_it_is() throws Exception {
        assertThat(Built.types())
                .contains(Tensor.class, Stability.Level.class)
                .allSatisfy(type -> assertThat(type.getAnnotation(Stability.class))
                        .as("the @Stability of %s", type)
                        .isNotNull());
    }

    @Test
    void nothing_but_java_base_is_needed_to_run_it() {
        var module = ModuleFinder.of(Built.classes())
                .find("org.retrato.api")
                .orElseThrow()
                .descriptor();

        assertThat(module.requires())
                .filteredOn(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .containsExactly("java.base");
        assertThat(module.requires())
                .as("what the compiler alone needs: annotations")
                .filteredOn(required -> required.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .containsExactly("org.jspecify");
    }

    @Test
    void no_public_type_is_an_enum_that_a_plugin_could_switch_over() throws Exception {
        assertThat(Built.types())
                .filteredOn(Class::isEnum)
                .as(
                        "a new constant of an enum breaks every switch over it; make it a final class with factories, as Target")
                .containsExactly(Stability.Level.class); // an annotation can hold nothing else
    }

    /** A plugin may have a record component of any name; its accessor must not become an override by accident. */
    @Test
    void extension_points_grow_only_by_methods_that_take_a_parameter() {
        var withoutParameter = Stream.of(Component.class.getPermittedSubclasses())
                .flatMap(point -> Stream.of(point.getDeclaredMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 0)
                .map(RulesTest::name);

        assertThat(withoutParameter)
                .containsExactlyInAnyOrder(
                        "Loss.target",
                        "Optimizer.learningRate",
                        "Style.activation",
                        "Style.loss",
                        "Style.optimizer",
                        "Style.schedule");
    }

    @Test
    void everything_public_is_documented(@TempDir Path folder) throws Exception {
        assertThat(undocumented(SOURCES, folder)).isEmpty();
    }

    @Test
    void what_is_not_documented_is_found(@TempDir Path folder) throws Exception {
        var source = Files.createDirectories(folder.resolve("sources")).resolve("Bare.java");
        Files.writeString(source, "/** Has a method. */\npublic interface Bare {\n    int method();\n}\n");

        assertThat(undocumented(source.getParent(), folder))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Bare.java:3"));
    }

    /** Returns what the compiler says of missing and wrong comments; that each {@code @return} repeats a sentence is not asked. */
    private static List<String> undocumented(Path sources, Path classes) throws Exception {
        var said = new StringWriter();
        var writer = new PrintWriter(said);
        try (var files = Files.walk(sources)) {
            var libraries = Stream.of("jdk.module.path", "java.class.path")
                    .map(property -> System.getProperty(property, ""))
                    .collect(joining(File.pathSeparator));
            var options = Stream.of(
                    "-proc:none", "-Xdoclint:all/protected", "-d", classes.toString(), "--class-path", libraries);
            var arguments = Stream.concat(
                    options,
                    files.map(Path::toString)
                            .filter(file -> file.endsWith(".java") && !file.endsWith("module-info.java")));
            var javac = ToolProvider.findFirst("javac").orElseThrow();
            assertThat(javac.run(writer, writer, arguments.toArray(String[]::new)))
                    .as("%s", said)
                    .isZero();
        }
        return Pattern.compile("^.+\\.java:\\d+: .*$", Pattern.MULTILINE)
                .matcher(said.toString())
                .results()
                .map(MatchResult::group)
                .filter(line -> !line.contains("@return") && !line.contains("@param"))
                .toList();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
