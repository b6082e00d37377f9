package org.retrato.distribution.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.painting.InputException;

class JavaImageTest {

    @TempDir
    private Path folder;

    @Test
    void jlink_is_asked_for_the_modules_that_retrato_and_plugins_need() throws Exception {
        var java = java("25.0.3", "java.sql");
        jlink(java, "printf '%s\\n' \"$@\" >asked; env >>asked");

        JavaImage.make(java, Map.of("java.sql", "the plugin brushes"), folder.resolve("jdk"));

        assertThat(folder.resolve("asked"))
                .content()
                .containsPattern("--add-modules=java.*,java.sql,jdk.*vector")
                .contains("--output=" + folder.resolve("jdk") + "\n")
                .doesNotContain("JDK_JAVA_OPTIONS");
    }

    @Test
    void what_jlink_says_is_passed_on() throws Exception {
        var java = java("25.0.3");
        jlink(java, "echo 'WARNING: incubating'; echo 'Error: conf has been modified'; echo '\tat Jlink' >&2; exit 1");
        assertRefused(
                java, Map.of(), "bin/jlink made no image: conf has been modified; try another JDK with --jdk DIR");
    }

    @Test
    void a_java_without_jlink_is_copied() throws Exception {
        var java = java("25.0.3");
        Tree.of(java, Files.getLastModifiedTime(java).toInstant());

        JavaImage.make(java, Map.of(), folder.resolve("jdk"));

        assertThat(Tree.lines(folder.resolve("jdk"))).isEqualTo(Tree.lines(java));
    }

    @Test
    void what_is_no_java_or_too_little_is_refused_with_a_remedy() throws Exception {
        var remedy = "name the folder of a JDK 25 or newer with --jdk DIR";
        assertRefused(
                folder, Map.of(), "there is no Java in " + folder + ": its file 'release' cannot be read; " + remedy);
        assertRefused(java("21.0.9"), Map.of(), " is version '21.0.9'; " + remedy);
        assertRefused(java(""), Map.of(), " is version ''; " + remedy);
        assertRefused(
                java("26-ea"),
                Map.of("java.sql", "the plugin brushes"),
                " lacks the module java.sql, which the plugin brushes needs; " + remedy);
    }

    private void assertRefused(Path java, Map<String, String> plugins, String message) {
        assertThatThrownBy(() -> JavaImage.make(java, plugins, folder.resolve("jdk")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
        assertThat(folder.resolve("jdk")).doesNotExist();
    }

    private Path java(String version, String... more) throws IOException {
        var modules = String.join(" ", JavaImage.MODULES) + " " + String.join(" ", more);
        var java = folder.resolve("java");
        Tree.write(
                java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base " + modules + "\"\n");
        return java;
    }

    private void jlink(Path java, String script) throws IOException {
        var jlink = Tree.write(java.resolve("bin/jlink"), "#!/bin/sh\ncd '" + folder + "'\n" + script + "\n");
        assertThat(jlink.toFile().setExecutable(true)).isTrue();
    }
}
