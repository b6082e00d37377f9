package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.api.Loss;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Shape;

/** Loads plugins that call native code in a Java that denies it, as the launcher does, to all but the runtime. */
class NativeAccessTest extends LoadingTest {

    private static final String DOWNCALL = """
            static int seven() {
                try {
                    var linker = java.lang.foreign.Linker.nativeLinker();
                    var number = java.lang.foreign.ValueLayout.JAVA_INT;
                    return (int) linker.downcallHandle(
                                    linker.defaultLookup().find("abs").orElseThrow(),
                                    java.lang.foreign.FunctionDescriptor.of(number, number))
                            .invokeExact(-7);
                } catch (RuntimeException denied) {
                    throw denied;
                } catch (Throwable impossible) {
                    throw new AssertionError(impossible);
                }
            }
            """;

    /** Members of a component, each of which calls native code when it is created. */
    static final List<String> CALLS = List.of(
            DOWNCALL + "static final int SEVEN = seven();",
            "static { System.loadLibrary(\"x\"); }",
            "static { System.load(\"/x.so\"); }",
            "static class Hand { static native int paint(); } static final int PAINT = Hand.paint();");

    @ParameterizedTest
    @FieldSource("CALLS")
    void a_module_that_was_not_granted_native_access_is_refused(String members) {
        JarMaker.modular("x").loss("x.Sample", members).writeTo(jar("x"));
        assertDenied();
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void a_flat_plugin_is_refused(String members) {
        JarMaker.flat("x").loss("x.Sample", members).writeTo(jar("x"));
        assertDenied();
    }

    private void assertDenied() {
        var report = load();
        assertThat(report.accepted()).extracting(Plugin::id).containsExactly("good");
        assertThat(report.refused())
                .extracting(Refusal::problem)
                .containsExactly(Problem.NATIVE_ACCESS, Problem.NO_COMPONENT);
        assertThat(report.refused().getFirst().cause())
                .startsWith("the component x.Sample calls native code, which its plugin may not: ");
        assertThat(report.refused().getFirst().remedy()).contains("grant its id native access");
    }

    @Test
    void a_module_that_was_granted_native_access_has_it() throws Exception {
        JarMaker.modular("x").loss("x.Sample", CALLS.getFirst()).writeTo(jar("x"));
        try (var plugins = Plugins.open(List.of(folder), granted("x"))) {
            assertThat(plugins.report().refused()).isEmpty();
            var seven = plugins.plugins().getLast().components().getFirst().getDeclaredField("SEVEN");
            seven.setAccessible(true);
            assertThat(seven.get(null)).isEqualTo(7);
        }
    }

    @Test
    void the_grant_is_for_that_plugin_alone() {
        JarMaker.modular("x").loss("x.Sample", CALLS.getFirst()).writeTo(jar("x"));
        try (var plugins = Plugins.open(List.of(folder), granted("good"))) {
            assertThat(plugins.report().refused()).extracting(Refusal::problem).contains(Problem.NATIVE_ACCESS);
        }
    }

    @Test
    void a_flat_plugin_cannot_be_granted_it() {
        JarMaker.flat("x").writeTo(jar("x"));
        try (var plugins = Plugins.open(List.of(folder), granted("x"))) {
            assertThat(plugins.report().refused()).singleElement().satisfies(refusal -> {
                assertThat(refusal.problem()).isEqualTo(Problem.NATIVE_ACCESS);
                assertThat(refusal.cause())
                        .isEqualTo("the plugin 'x' was granted native access, which only a module can have");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"modular", "flat"})
    void a_formula_that_calls_native_code_names_its_component(String form) throws Exception {
        var plugin = form.equals("modular") ? JarMaker.modular("x") : JarMaker.flat("x");
        plugin.loss("x.Sample", DOWNCALL + "public Tensor predict(Tensor y) { return y.mul(seven()); }")
                .writeTo(jar("x"));
        try (var plugins = Plugins.open(List.of(folder))) {
            var type = plugins.plugins().getLast().components().getFirst();
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            var loss = (Loss) constructor.newInstance();
            var output = new Graph().input("output", Shape.of(Shape.BATCH, 1));
            assertThatThrownBy(() -> FormulaException.record(loss, () -> loss.predict(output)))
                    .isInstanceOf(FormulaException.class)
                    .hasMessageStartingWith("the formula of the loss Sample[] is wrong: it calls native code, which its"
                            + " plugin may not (java.lang.IllegalCallerException: Illegal native access from")
                    .hasMessageEndingWith("if you trust it, grant its id native access, as the guide to plugins says");
        }
    }

    private static Policy granted(String id) {
        return new Policy(Set.of(id), Optional.empty());
    }
}
