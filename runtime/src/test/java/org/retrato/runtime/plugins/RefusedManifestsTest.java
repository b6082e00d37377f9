package org.retrato.runtime.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Loss;

class RefusedManifestsTest extends LoadingTest {

    static Stream<String> manifests() {
        return Stream.of(
                "Plugin-Id: " + "x".repeat(600) + "\n", // a line that is too long
                "Plugin-Id x\n",
                "Plugin Id: x\n",
                "\nPlugin-Id: x\n",
                " Plugin-Id: x\n",
                ": x\n",
                "P".repeat(80) + ": x\n",
                "Plugin-Id: x\nPlugin-Id: y\n",
                "Plugin-Id: x\nplugin-id: y\n",
                "Plugin-Id: x\n\nName: a\n\nName: a\n",
                "Plugin-Id: x\n" + " y\n".repeat(5_000),
                "\u001b[2J\n",
                "\0\1\2\3");
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void a_manifest_that_java_would_refuse_or_guess_at_is_refused(String manifest) throws IOException {
        write(manifest);
        assertThat(refused(Problem.INVALID_MANIFEST).cause())
                .startsWith("META-INF/MANIFEST.MF holds ")
                .hasSizeLessThan(3_000)
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void an_attribute_without_end_is_refused() throws IOException {
        write("Plugin-Id: x\nPlugin-Description: d\n" + (" " + "y".repeat(500) + "\n").repeat(30));
        assertThat(refused(Problem.INVALID_MANIFEST).cause())
                .isEqualTo("'Plugin-Description' has 15,001 characters; at most 10,000 are read");
    }

    @Test
    void a_requirement_of_very_many_brackets_is_refused() {
        JarMaker.flat("x")
                .manifest("Plugin-Requires", "(".repeat(5_000) + ">=0.0.1" + ")".repeat(5_000))
                .writeTo(jar("x"));
        assertThat(load().refused()).hasSize(1);
    }

    @Test
    void a_text_with_control_characters_becomes_one_harmless_line() throws IOException {
        write("Plugin-Id: x\nPlugin-Description: a\u001b[31mred\u0007 line\n");
        assertThat(Inspection.of(List.of(folder)).accepted())
                .extracting(Candidate::description)
                .contains("a [31mred  line");
    }

    private void write(String manifest) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar("x")))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(manifest.getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("META-INF/services/" + Loss.class.getName()));
            zip.write("x.Sample".getBytes(UTF_8));
        }
    }
}
