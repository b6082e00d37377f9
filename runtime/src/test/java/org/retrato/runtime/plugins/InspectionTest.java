package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.retrato.api.Loss;

class InspectionTest extends LoadingTest {

    @Test
    void accepts_and_refuses_as_loading_does_for_the_same_reasons() throws IOException {
        Files.writeString(jar("notes"), "remember the milk");
        JarMaker.modular("a").manifest("Plugin-Dependencies", "b").writeTo(jar("a"));
        JarMaker.flat("b").manifest("Plugin-Dependencies", "a").writeTo(jar("b"));
        JarMaker.flat("c").manifest("Plugin-Dependencies", "a").writeTo(jar("c"));
        JarMaker.flat("d").manifest("Plugin-Dependencies", "good@>=2.0.0").writeTo(jar("d"));
        JarMaker.flat("twice").writeTo(jar("twice1"));
        JarMaker.flat("twice").writeTo(jar("twice2"));
        JarMaker.flat("late").manifest("Plugin-Requires", "99.0.0").writeTo(jar("late"));
        JarMaker.flat("corrupt").file("module-info.class", "not a class").writeTo(jar("corrupt"));
        var base = JarMaker.modular("base", "exports base;").writeTo(jar("base"));
        JarMaker.modular("user", "requires base;")
                .manifest("Plugin-Dependencies", "base")
                .with(base)
                .writeTo(jar("user"));
        JarMaker.modular("thief", "requires base;").with(base).writeTo(jar("thief"));
        Files.createDirectory(folder.resolve("empty"));

        var inspection = Inspection.of(List.of(folder));
        var report = load();

        assertThat(inspection.refused()).isEqualTo(report.refused()).hasSize(11);
        assertThat(inspection.accepted()).extracting(Candidate::id).containsExactly("base", "good", "user");
        assertThat(report.accepted())
                .extracting(Plugin::id, Plugin::version, Plugin::path, Plugin::sha256)
                .isEqualTo(inspection.accepted().stream()
                        .map(candidate ->
                                tuple(candidate.id(), candidate.version(), candidate.path(), candidate.sha256()))
                        .toList());
    }

    @Test
    void runs_nothing_of_a_plugin_while_loading_does() {
        var ran = "static { System.setProperty(\"inspection.ran.%s\", \"\"); }";
        JarMaker.modular("x").loss("x.Sample", ran.formatted("x")).writeTo(jar("x"));
        JarMaker.flat("y").loss("y.Sample", ran.formatted("y")).writeTo(jar("y"));
        try {
            assertThat(Inspection.of(List.of(folder)).accepted()).hasSize(3);
            assertThat(Inspection.ofOne(jar("x")).accepted()).hasSize(1);
            assertThat(ran()).isEmpty();
            assertThat(load().accepted()).hasSize(3);
            assertThat(ran()).hasSize(2);
        } finally {
            ran().forEach(System::clearProperty);
        }
    }

    private static List<String> ran() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("inspection.ran."))
                .toList();
    }

    @Test
    void loads_no_class_even_one_that_is_broken() {
        JarMaker.modular("x")
                .without("x.Sample")
                .file("x/Sample.class", "no class")
                .writeTo(jar("x"));
        assertThat(Inspection.of(List.of(folder)).refused()).isEmpty();
        assertThat(load().refused()).isNotEmpty();
    }

    @Test
    void tells_what_a_candidate_says_about_itself() throws IOException {
        var plugin = Files.createDirectory(folder.resolve("plugin"));
        new JarMaker().source("library.Help", "public class Help {}").writeTo(plugin.resolve("library.jar"));
        JarMaker.flat("x")
                .manifest("Plugin-Requires", "0.1.0")
                .manifest("Plugin-Dependencies", "good@>=1.0.0, extra?")
                .manifest("Plugin-Description", "Losses that forgive")
                .manifest("Plugin-Provider", "Somebody")
                .manifest("Plugin-License", "Apache-2.0")
                .services(Loss.class, "x.Sample # the only one", "", "x.Absent")
                .writeTo(plugin.resolve("plugin.jar"));

        var inspection = Inspection.of(List.of(folder));

        assertThat(inspection.refused()).isEmpty();
        var x = inspection.accepted().getLast();
        assertThat(x).hasToString("x 1.0.0");
        assertThat(x.path()).hasFileName("plugin");
        assertThat(x.main().path()).hasFileName("plugin.jar");
        assertThat(x.jars()).extracting(Jar::name).containsExactly("library.jar", "plugin.jar");
        assertThat(x.requirement()).isEqualTo(">=0.1.0");
        assertThat(x.dependencies())
                .containsExactly(new Dependency("good", ">=1.0.0", false), new Dependency("extra", "*", true));
        assertThat(List.of(x.description(), x.provider(), x.license()))
                .containsExactly("Losses that forgive", "Somebody", "Apache-2.0");
        assertThat(x.components()).isEqualTo(Map.of("org.retrato.api.Loss", List.of("x.Sample", "x.Absent")));
        assertThat(x.requiredModules()).isEmpty();
        assertThat(inspection.accepted().getFirst().components())
                .isEqualTo(Map.of("org.retrato.api.Loss", List.of("good.Sample")));
        assertThat(inspection.accepted().getFirst().requiredModules()).containsExactly("java.base", "org.retrato.api");
    }

    @Test
    void inspects_one_jar_without_those_that_it_needs() {
        var alone = JarMaker.flat("x").manifest("Plugin-Dependencies", "absent").writeTo(jar("x"));
        assertThat(Inspection.ofOne(alone).accepted()).extracting(Candidate::id).containsExactly("x");
        var late = JarMaker.flat("y").manifest("Plugin-Requires", "99.0.0").writeTo(jar("y"));
        assertThat(Inspection.ofOne(late).refused())
                .extracting(Refusal::problem)
                .containsExactly(Problem.UNMET_REQUIREMENT);
    }

    @Test
    void a_missing_folder_is_named() {
        assertThatThrownBy(() -> Inspection.of(List.of(folder.resolve("missing"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("create it");
    }
}
