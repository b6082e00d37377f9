package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedFilesTest extends LoadingTest {

    @Test
    void a_text_called_jar_is_refused() throws IOException {
        Files.writeString(jar("notes"), "remember the milk");
        assertThat(refused(Problem.NOT_A_JAR).cause()).isEqualTo("notes.jar is not a JAR file");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        Files.createFile(jar("nothing"));
        assertThat(refused(Problem.NOT_A_JAR).cause()).isEqualTo("nothing.jar is empty");
    }

    @Test
    void a_truncated_jar_is_refused() throws IOException {
        var bytes = Files.readAllBytes(JarMaker.modular("cut").writeTo(jar("cut")));
        Files.write(jar("cut"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(refused(Problem.DAMAGED_JAR).cause()).startsWith("cut.jar is damaged: ");
    }

    @Test
    void a_jar_with_any_flipped_bit_in_an_entry_is_refused() throws IOException {
        var whole = Files.readAllBytes(
                JarMaker.flat("flipped").file("texts", "some text in it").writeTo(jar("flipped")));
        var content = new String(whole, StandardCharsets.ISO_8859_1);
        var data = content.lastIndexOf("texts", content.indexOf("PK\1\2")) + "texts".length();
        for (var bit = 0; bit < 8; bit++) {
            var bytes = whole.clone();
            bytes[data + 4] ^= (byte) (1 << bit);
            Files.write(jar("flipped"), bytes);
            assertThat(refused(Problem.DAMAGED_JAR).remedy()).isEqualTo("copy or download it again");
        }
    }

    @Test
    void a_folder_called_jar_that_holds_no_jar_is_refused() throws IOException {
        Files.createDirectory(jar("folder"));
        assertThat(refused(Problem.EMPTY_FOLDER).path()).hasFileName("folder.jar");
    }

    @Test
    void a_folder_whose_jars_lie_too_deep_is_refused() throws IOException {
        var deep = Files.createDirectories(folder.resolve("studio/studio-1.0"));
        JarMaker.flat("studio").writeTo(deep.resolve("studio.jar"));
        assertThat(refused(Problem.EMPTY_FOLDER).path()).hasFileName("studio");
    }

    @Test
    void folders_without_any_jar_are_nobodys_plugins() throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("classes/shapes")).resolve("Shape.class"), "");
        Files.createDirectories(folder.resolve("generated-sources/annotations"));
        assertThat(load().refused()).isEmpty();
    }

    @Test
    void a_folder_of_two_plugins_is_refused() throws IOException {
        var two = Files.createDirectory(folder.resolve("two"));
        JarMaker.flat("first").writeTo(two.resolve("a.jar"));
        JarMaker.flat("second").writeTo(two.resolve("b.jar"));
        assertThat(refused(Problem.AMBIGUOUS_FOLDER).cause()).contains("a.jar and b.jar");
    }

    @Test
    void a_folder_with_a_damaged_library_is_refused() throws IOException {
        var plugin = Files.createDirectory(folder.resolve("plugin"));
        JarMaker.flat("plugin").writeTo(plugin.resolve("plugin.jar"));
        Files.writeString(plugin.resolve("library.jar"), "not a library");
        assertThat(refused(Problem.NOT_A_JAR).cause()).isEqualTo("library.jar is not a JAR file");
    }

    @Test
    void a_jar_without_components_is_refused() {
        new JarMaker()
                .manifest("Plugin-Id", "empty")
                .source("empty.Nothing", "class Nothing {}")
                .writeTo(jar("empty"));
        assertThat(refused(Problem.NO_COMPONENT).remedy()).contains("META-INF/services/org.retrato.api.");
    }

    @Test
    void a_module_without_components_is_refused() {
        new JarMaker().module("module empty {}").writeTo(jar("empty"));
        assertThat(refused(Problem.NO_COMPONENT).remedy()).contains("module-info.java");
    }

    @Test
    void files_that_are_not_called_jar_and_hidden_ones_are_nobodys_plugins() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "text");
        Files.writeString(folder.resolve(".hidden.jar"), "text");
        assertThat(load().refused()).isEmpty();
    }

    @Test
    void a_missing_plugin_folder_is_named() {
        assertThatThrownBy(() -> Plugins.open(List.of(folder, folder.resolve("missing"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.resolve("missing").toString())
                .hasMessageContaining("create it");
    }

    @Test
    void an_empty_folder_and_no_folder_give_no_plugins(@TempDir Path empty) {
        try (var none = Plugins.open(List.of(empty));
                var nowhere = Plugins.open(List.of())) {
            assertThat(none.report()).isEqualTo(new LoadReport(List.of(), List.of()));
            assertThat(nowhere.report()).isEqualTo(new LoadReport(List.of(), List.of()));
            assertThat(none.report()).hasToString("no plugin accepted");
        }
    }

    @Test
    void the_report_reads_as_text() throws IOException {
        Files.writeString(jar("notes"), "remember the milk");
        assertThat(load().toString().lines())
                .containsExactly(
                        "accepted: good 1.0.0",
                        "refused: " + jar("notes").toRealPath()
                                + " [not-a-jar]: notes.jar is not a JAR file; replace it by the JAR it should be, or remove it");
    }
}
