package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drops in a JAR that was written against the api alone, and looks at what runs of it: the formula decides that, not who wrote
 * it or what it is called.
 */
class StrangerIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void drop_in_what_no_plugin_of_ours_has_and_a_relu_of_another_name() throws Exception {
        write("module-info.java", """
                module stranger {
                    requires org.retrato.api;

                    provides org.retrato.api.Activation with stranger.Chirp, stranger.Gate;
                }
                """);
        write("stranger/Chirp.java", """
                package stranger;

                import org.retrato.api.*;

                /** A wave that is faster the farther it gets: sin(x (1 + pace |x|)). */
                public record Chirp(double pace) implements Activation {
                    public Chirp() {
                        this(0.5);
                    }

                    @Override
                    public Tensor apply(Tensor x) {
                        var phase = x.mul(x.abs().mul(pace).add(1)).named("phase");
                        return phase.sin();
                    }
                }
                """);
        write("stranger/Gate.java", """
                package stranger;

                import org.retrato.api.*;

                public record Gate() implements Activation {
                    @Override
                    public Tensor apply(Tensor x) {
                        return x.maximum(0);
                    }
                }
                """);
        new Shell(Launch.HOME.toAbsolutePath()).run(folder, """
                        javac --module-path "$RETRATO"/lib/retrato-api-*.jar -d classes $(find . -name '*.java')
                        mkdir plugins
                        jar --create --file plugins/stranger.jar --module-version 1.0.0 -C classes .
                        """);
    }

    @Test
    void its_value_and_derivative_are_one_fused_loop_with_its_names() throws Exception {
        var kernel = kernel("chirp(pace=0.25)");

        assertThat(kernel)
                .containsOnlyOnce("Forward: from x to y\n  for each element, in one loop:\n")
                .contains(
                        "      phase = x·v2\n",
                        "      y ← sin(phase) ",
                        " = cos(phase) ",
                        "      derivative ← ",
                        "{0.25}")
                .containsPattern("\\d+ operations; 1 array read, 2 written: 12 bytes an element\n\nBackward")
                .doesNotContain("too long", "same code");
        assertThat(kernel.split("in one loop")).as("one loop forward, one back").hasSize(3);
    }

    @Test
    void a_formula_of_ours_under_another_name_runs_the_code_of_ours() throws Exception {
        var gate = kernel("gate");

        assertThat(gate).contains("The same code runs for classics:relu.");
        assertThat(kernel("relu")).contains("The same code runs for stranger:gate.");
        assertThat(loops(gate)).isEqualTo(loops(kernel("relu"))).contains("y ← max(x, {0})");
    }

    private String kernel(String component) throws Exception {
        var launch = Launch.of(folder, "describe", component, "--kernel", "--plugins", "plugins", "--lang", "en");
        assertThat(launch.errors()).isEmpty();
        return launch.output();
    }

    private static String loops(String kernel) {
        return kernel.substring(kernel.indexOf("Forward"), kernel.indexOf("The same code"));
    }

    private void write(String file, String source) throws Exception {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, source);
    }
}
