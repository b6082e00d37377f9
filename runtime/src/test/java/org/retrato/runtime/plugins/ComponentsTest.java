package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Activation;
import org.retrato.api.Loss;

/** Each plugin here has a component that works, beside one that does not. */
class ComponentsTest extends LoadingTest {

    static Stream<JarMaker> plugins() {
        return Stream.of(
                new JarMaker()
                        .manifest("Plugin-Version", "1.0.0")
                        .module(
                                "module x { requires org.retrato.api; provides org.retrato.api.Loss with x.Bad, x.Fine; }")
                        .loss("x.Fine"),
                new JarMaker()
                        .manifest("Plugin-Id", "x")
                        .services(Loss.class, "x.Bad", "x.Fine")
                        .loss("x.Fine"));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void a_missing_class_costs_only_itself(JarMaker plugin) {
        plugin.loss("x.Bad").without("x.Bad").writeTo(jar("x"));
        assertThat(refusedBeside(Problem.MISSING_COMPONENT).cause()).contains("x.Bad not found");
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void a_constructor_that_throws_costs_only_itself(JarMaker plugin) {
        plugin.loss("x.Bad", "public Bad { throw new IllegalStateException(\"no brush\"); }")
                .writeTo(jar("x"));
        assertThat(refusedBeside(Problem.BROKEN_COMPONENT).cause())
                .contains("x.Bad", "IllegalStateException: no brush", "Bad.java:1");
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void a_static_initializer_that_throws_costs_only_itself(JarMaker plugin) {
        plugin.loss("x.Bad", "static final int ZERO = Integer.parseInt(\"zero\");")
                .writeTo(jar("x"));
        assertThat(refusedBeside(Problem.BROKEN_COMPONENT).cause()).contains("x.Bad", "NumberFormatException");
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void any_error_in_a_static_initializer_costs_only_itself(JarMaker plugin) {
        for (var error : List.of("InternalError", "AssertionError", "Error")) {
            plugin.loss("x.Bad", "static { if (true) throw new " + error + "(\"no paint\"); }")
                    .writeTo(jar("x"));
            assertThat(refusedBeside(Problem.BROKEN_COMPONENT).cause()).contains("x.Bad", error + ": no paint");
        }
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void an_exception_whose_own_methods_fail_costs_only_its_component(JarMaker plugin) {
        plugin.source("x.Trap", """
                        class Trap extends RuntimeException {
                            public String toString() { throw new Trap(); }
                            public Throwable getCause() { return new Trap(); }
                        }""")
                .loss("x.Bad", "public Bad { if (true) throw new Trap(); }")
                .writeTo(jar("x"));
        assertThat(refusedBeside(Problem.BROKEN_COMPONENT).cause()).contains("x.Bad");
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void a_constructor_without_end_costs_only_itself(JarMaker plugin) {
        plugin.loss("x.Bad", "public Bad { new Bad(); }").writeTo(jar("x"));
        assertThat(refusedBeside(Problem.BROKEN_COMPONENT).cause()).contains("x.Bad", "StackOverflowError");
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void a_component_whose_helper_class_is_missing_costs_only_itself(JarMaker plugin) {
        plugin.source("x.Help", "interface Help {}")
                .source(
                        "x.Bad",
                        "import org.retrato.api.*; public record Bad() implements Loss, Help { public Tensor apply(Tensor y, Tensor t) { return y; } }")
                .without("x.Help")
                .writeTo(jar("x"));
        assertThat(refusedBeside(Problem.BROKEN_COMPONENT).cause()).containsPattern("x.Help");
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void a_component_that_is_no_record_costs_only_itself(JarMaker plugin) {
        plugin.source(
                        "x.Bad",
                        "import org.retrato.api.*; public class Bad implements Loss { public Tensor apply(Tensor y, Tensor t) { return y; } }")
                .writeTo(jar("x"));
        assertThat(refusedBeside(Problem.NOT_A_RECORD).cause()).contains("x.Bad");
    }

    @Test
    void a_component_without_defaults_costs_only_itself() {
        // the compiler itself refuses such a module
        new JarMaker()
                .manifest("Plugin-Id", "x")
                .services(Loss.class, "x.Bad", "x.Fine")
                .loss("x.Fine")
                .source(
                        "x.Bad",
                        "import org.retrato.api.*; public record Bad(int n) implements Loss { public Tensor apply(Tensor y, Tensor t) { return y; } }")
                .writeTo(jar("x"));
        assertThat(refusedBeside(Problem.NO_DEFAULTS).cause()).contains("x.Bad");
    }

    @Test
    void a_component_of_another_plugin_is_refused() {
        var base = JarMaker.flat("base").writeTo(jar("base"));
        new JarMaker()
                .manifest("Plugin-Id", "x")
                .manifest("Plugin-Dependencies", "base")
                .services(Loss.class, "base.Sample", "x.Fine")
                .loss("x.Fine")
                .with(base)
                .writeTo(jar("x"));
        assertThat(refusedBeside(Problem.FOREIGN_COMPONENT).cause()).contains("base.Sample");
    }

    @Test
    void a_malformed_list_of_one_kind_costs_only_that_kind() {
        new JarMaker()
                .manifest("Plugin-Id", "x")
                .services(Activation.class, "not a class name")
                .services(Loss.class, "x.Fine")
                .loss("x.Fine")
                .writeTo(jar("x"));
        assertThat(refusedBeside(Problem.INVALID_SERVICES).cause()).contains("org.retrato.api.Activation");
    }

    @Test
    void a_broken_component_is_not_held_against_a_plugin_that_depends_on_its_own() {
        plugins().findFirst().orElseThrow().loss("x.Bad").without("x.Bad").writeTo(jar("x"));
        JarMaker.modular("y", "requires x;")
                .manifest("Plugin-Dependencies", "x")
                .with(jar("x"))
                .writeTo(jar("y"));
        assertThat(load().refused())
                .extracting(Refusal::path)
                .extracting(path -> path.getFileName().toString())
                .containsExactly("x.jar");
    }

    private Refusal refusedBeside(Problem problem) {
        var report = load();
        assertThat(report.accepted())
                .filteredOn(plugin -> plugin.id().equals("x"))
                .flatExtracting(Plugin::components)
                .extracting(Class::getName)
                .containsExactly("x.Fine");
        assertThat(report.refused()).extracting(Refusal::problem).containsExactly(problem);
        return report.refused().getFirst();
    }
}
