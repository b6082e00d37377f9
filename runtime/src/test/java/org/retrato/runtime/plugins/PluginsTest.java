package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.api.Activation;
import org.retrato.api.Loss;

class PluginsTest {

    @TempDir
    Path folder;

    @Test
    void a_modular_and_a_flat_jar_are_loaded() {
        JarMaker.modular("square").writeTo(folder.resolve("b.jar"));
        JarMaker.flat("huber").writeTo(folder.resolve("c.jar"));
        try (var plugins = open()) {
            assertThat(plugins.plugins()).extracting(Plugin::id).containsExactly("huber", "square");
            assertThat(plugins.plugins())
                    .flatExtracting(Plugin::components)
                    .extracting(Class::getName)
                    .containsExactly("huber.Sample", "square.Sample");
        }
    }

    @Test
    void the_manifest_describes_a_plugin() throws Exception {
        var jar = JarMaker.flat("huber")
                .manifest("Plugin-Version", "1.2.3-beta.1")
                .manifest("Plugin-Description", "Losses that forgive")
                .manifest("Plugin-Provider", "Somebody")
                .manifest("Plugin-License", "Apache-2.0")
                .writeTo(folder.resolve("huber.jar"));
        try (var plugins = open()) {
            var plugin = plugins.plugins().getFirst();
            assertThat(plugin.version()).isEqualTo("1.2.3-beta.1");
            assertThat(plugin.description()).isEqualTo("Losses that forgive");
            assertThat(plugin.provider()).isEqualTo("Somebody");
            assertThat(plugin.license()).isEqualTo("Apache-2.0");
            assertThat(plugin.path()).isEqualTo(jar.toRealPath());
            assertThat(plugin.sha256()).isEqualTo(sha256(Files.readAllBytes(jar)));
            assertThat(plugin).hasToString("huber 1.2.3-beta.1");
        }
    }

    @Test
    void the_module_descriptor_stands_in_for_a_manifest() {
        new JarMaker()
                .module("module org.example.losses {"
                        + " requires org.retrato.api; provides org.retrato.api.Loss with org.example.Square; }")
                .moduleVersion("2.0.1")
                .loss("org.example.Square")
                .writeTo(folder.resolve("losses.jar"));
        try (var plugins = open()) {
            var plugin = plugins.plugins().getFirst();
            assertThat(plugin).hasToString("org.example.losses 2.0.1");
            assertThat(plugin.description()).isEmpty();
            assertThat(plugin.license()).isEmpty();
        }
    }

    @Test
    void a_folder_of_jars_is_one_plugin_with_the_hash_of_them_all() throws Exception {
        var plugin = Files.createDirectory(folder.resolve("plugin"));
        var library =
                new JarMaker().source("library.Help", "public class Help {}").writeTo(plugin.resolve("a.jar"));
        var main = JarMaker.flat("helped")
                .loss("helped.Sample", "static final Object HELP = new library.Help();")
                .with(library)
                .writeTo(plugin.resolve("b.jar"));
        try (var plugins = open()) {
            var hashes = "a.jar " + sha256(Files.readAllBytes(library)) + "\nb.jar " + sha256(Files.readAllBytes(main))
                    + "\n";
            assertThat(plugins.plugins()).singleElement().satisfies(helped -> {
                assertThat(helped.id()).isEqualTo("helped");
                assertThat(helped.path()).isEqualTo(plugin.toRealPath());
                assertThat(helped.sha256()).isEqualTo(sha256(hashes.getBytes(StandardCharsets.UTF_8)));
            });
        }
    }

    @Test
    void components_come_by_kind_and_in_the_declared_order() {
        new JarMaker()
                .manifest("Plugin-Id", "x")
                .loss("x.B")
                .loss("x.A")
                .source(
                        "x.C",
                        "import org.retrato.api.*; public record C() implements Activation { public Tensor apply(Tensor x) { return x; } }")
                .services(Loss.class, "x.B", "x.A")
                .services(Activation.class, "x.C")
                .writeTo(folder.resolve("x.jar"));
        try (var plugins = open()) {
            assertThat(plugins.plugins().getFirst().components())
                    .extracting(Class::getSimpleName)
                    .containsExactly("C", "B", "A");
        }
    }

    @Test
    void two_plugins_may_provide_components_of_one_name() {
        JarMaker.flat("a").writeTo(folder.resolve("a.jar"));
        JarMaker.modular("b").writeTo(folder.resolve("b.jar"));
        try (var plugins = open()) {
            assertThat(plugins.plugins())
                    .flatExtracting(Plugin::components)
                    .extracting(Class::getSimpleName)
                    .containsExactly("Sample", "Sample");
        }
    }

    @Test
    void the_runtime_reflects_into_a_package_that_is_neither_exported_nor_opened() throws Exception {
        JarMaker.modular("x").file("x/Texts.properties", "sample = A sample.").writeTo(folder.resolve("x.jar"));
        try (var plugins = open()) {
            var type = plugins.plugins().getFirst().components().getFirst();
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            assertThat(constructor.newInstance()).hasToString("Sample[]");
            try (var texts = type.getResourceAsStream("Texts.properties")) {
                assertThat(texts).hasContent("sample = A sample.");
            }
        }
    }

    @Test
    void closed_plugins_are_forgotten() {
        JarMaker.modular("modular").writeTo(folder.resolve("modular.jar"));
        JarMaker.flat("flat").writeTo(folder.resolve("flat.jar"));
        var loaders = loadersOfClosedPlugins();
        assertThat(loaders).hasSize(2);
        for (var attempt = 0; attempt < 10 && loaders.stream().anyMatch(loader -> loader.get() != null); attempt++) {
            System.gc();
        }
        assertThat(loaders).allSatisfy(loader -> assertThat(loader.get()).isNull());
    }

    private List<WeakReference<ClassLoader>> loadersOfClosedPlugins() {
        try (var plugins = open()) {
            return plugins.plugins().stream()
                    .map(plugin ->
                            new WeakReference<>(plugin.components().getFirst().getClassLoader()))
                    .toList();
        }
    }

    private Plugins open() {
        var plugins = Plugins.open(List.of(folder));
        assertThat(plugins.report().refused()).isEmpty();
        return plugins;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
