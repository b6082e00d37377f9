package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.api.Loss;

class IsolationTest extends LoadingTest {

    @ParameterizedTest
    @ValueSource(strings = {"org.retrato.runtime", "com.google.guice", "pf4j", "com.google.common"})
    void a_module_that_requires_one_of_the_application_is_refused(String module) throws IOException {
        var library = new JarMaker().module("module " + module + " {}").writeTo(folder.resolve(".library.jar"));
        JarMaker.modular("x", "requires " + module + ";").with(library).writeTo(jar("x"));
        assertThat(refused(Problem.FORBIDDEN_MODULE).cause()).contains("the module x requires " + module);
    }

    @Test
    void a_module_may_require_the_jdk() {
        JarMaker.modular("x", "requires java.desktop;").writeTo(jar("x"));
        assertThat(load().refused()).isEmpty();
    }

    @Test
    void a_module_that_requires_one_that_is_nowhere_is_refused() {
        var library = new JarMaker().module("module elsewhere {}").writeTo(folder.resolve(".library.jar"));
        JarMaker.modular("x", "requires elsewhere;").with(library).writeTo(jar("x"));
        assertThat(refused(Problem.UNRESOLVED_MODULE).cause())
                .isEqualTo("the module x requires elsewhere, which is not there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.retrato.runtime.plugins.Plugins",
                "org.pf4j.PluginManager",
                "com.google.inject.Guice",
                "com.google.common.collect.ImmutableList",
                "org.junit.jupiter.api.Test"
            })
    void no_plugin_finds_a_class_of_the_application(String name) {
        JarMaker.flat("flat").writeTo(jar("flat"));
        var report = load();
        assertThat(report.accepted()).hasSize(2).allSatisfy(plugin -> {
            var loader = plugin.components().getFirst().getClassLoader();
            assertThat(find(name, loader)).isFalse();
            assertThat(find(Loss.class.getName(), loader)).isTrue();
            assertThat(find("java.util.List", loader)).isTrue();
        });
    }

    @Test
    void a_copy_of_the_api_in_a_jar_is_refused() {
        var copy = new JarMaker().source("org.retrato.api.Loss", "public interface Loss {}");
        copy.manifest("Plugin-Id", "x").services(Loss.class, "x.Fine").writeTo(jar("x"));
        assertThat(refused(Problem.BUNDLED_API).cause()).contains("org/retrato/api/Loss.class");
    }

    @Test
    void a_copy_of_the_api_in_a_module_is_refused() {
        JarMaker.modular("x").file("org/retrato/api/Loss.class", "").writeTo(jar("x"));
        assertThat(refused(Problem.BUNDLED_API).remedy()).contains("scope 'provided'");
    }

    @Test
    void two_plugins_bring_different_versions_of_one_library() throws IOException {
        for (var version : new String[] {"1", "2"}) {
            var modular = Files.createDirectory(folder.resolve("modular" + version));
            var module = new JarMaker()
                    .module("module library { exports library; }")
                    .source(
                            "library.Version",
                            "public class Version { public static String text() { return \"" + version + "\"; } }")
                    .writeTo(modular.resolve("library.jar"));
            JarMaker.modular("modular" + version, "requires library;")
                    .with(module)
                    .loss(
                            "modular" + version + ".Sample",
                            "public String toString() { return library.Version.text(); }")
                    .writeTo(modular.resolve("plugin.jar"));
            var flat = Files.createDirectory(folder.resolve("flat" + version));
            var library = new JarMaker()
                    .source(
                            "library.Version",
                            "public class Version { public static String text() { return \"" + version + "\"; } }")
                    .writeTo(flat.resolve("library.jar"));
            JarMaker.flat("flat" + version)
                    .with(library)
                    .loss("flat" + version + ".Sample", "public String toString() { return library.Version.text(); }")
                    .writeTo(flat.resolve("plugin.jar"));
        }
        try (var plugins = Plugins.open(List.of(folder))) {
            assertThat(plugins.report().refused()).isEmpty();
            assertThat(plugins.plugins())
                    .filteredOn(plugin -> !plugin.id().equals("good"))
                    .allSatisfy(plugin -> assertThat(plugin.components()
                                    .getFirst()
                                    .getConstructor()
                                    .newInstance()
                                    .toString())
                            .isEqualTo(plugin.id().substring(plugin.id().length() - 1)));
        }
    }

    private static boolean find(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
