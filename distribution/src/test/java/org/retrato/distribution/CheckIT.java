package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks plugins that were written outside of the sources with the assembled distribution. */
class CheckIT {

    private static final String SOFTSIGN = "x.div(x.abs().add(1))";

    @TempDir
    private Path folder;

    @Test
    void a_right_plugin_passes_with_what_there_may_be_reasons_for() throws Exception {
        jar(SOFTSIGN);

        var launch = Launch.of(folder, "check", "softsign.jar", "--json", "report.json");

        assertThat(launch.errors()).isEmpty();
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.output())
                .startsWith("softsign.jar · plugin\n  kept       P1 P2 P3 P4 P5 P7 P8\n")
                .contains("softsign · activation\n  kept       H1 H2 H3 H4 A1 A2 A3 A4 A5 A6 A7 A8\n")
                .contains("  mentioned  A9 The initial weights keep the variance through ten layers (SHOULD)\n")
                .contains("             what to do: draw the weights by weights(layer)")
                .containsPattern("(?m)^passes: 0 broken, \\d+ mentioned, \\d+ kept, \\d+ exempt$");
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"passes\" : true", "\"broken\" : 0", "\"rule\" : \"A5\"", "\"verdict\" : \"kept\"");
    }

    @Test
    void a_wrong_derivative_fails_with_the_value_that_shows_it() throws Exception {
        jar("x.div(x.abs().add(1).detach())");

        var launch = Launch.of(folder, "check", "softsign.jar", "--json", "report.json");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.errors()).isEmpty();
        assertThat(launch.output())
                .contains("  broken     A5 The derivative is the slope of the formula (MUST)\n")
                .containsPattern(
                        "at \\S+ the derivative is \\S+, but the slope is \\S+\n +what to do: look for detach\\(\\)")
                .containsPattern("(?m)^fails: 1 broken, ");
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"passes\" : false", "\"verdict\" : \"broken\"", "\"remedy\" : ");
    }

    @Test
    void our_own_plugins_pass_though_they_are_installed() throws Exception {
        for (var plugin : Launch.files(Launch.HOME.resolve("plugins"))) {
            var launch = Launch.of(
                    folder,
                    "check",
                    Launch.HOME.resolve("plugins/" + plugin).toAbsolutePath().toString());

            assertThat(launch.exitCode()).as(launch.output()).isZero();
        }
    }

    @Test
    void what_is_no_jar_breaks_the_first_rule() throws Exception {
        Files.writeString(folder.resolve("text.jar"), "no archive");

        var launch = Launch.of(folder, "check", "text.jar");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.output())
                .contains(
                        "broken     P1 ",
                        "[not-a-jar]",
                        "exempt     P2 P3 P4 P5 P6 P7 P8 P9: not checked, as P1 is broken\n");
    }

    private void jar(String formula) throws Exception {
        Files.createDirectories(folder.resolve("softsign"));
        Files.writeString(folder.resolve("module-info.java"), """
                module softsign {
                    requires org.retrato.api;

                    provides org.retrato.api.Activation with softsign.Softsign;
                }
                """);
        Files.writeString(folder.resolve("softsign/Softsign.java"), """
                package softsign;

                import org.retrato.api.*;

                public record Softsign() implements Activation {
                    @Override
                    public Tensor apply(Tensor x) {
                        return %s;
                    }
                }
                """.formatted(formula));
        new Shell(Launch.HOME.toAbsolutePath()).run(folder, """
                        javac --module-path "$RETRATO"/lib/retrato-api-*.jar -d classes module-info.java softsign/*.java
                        jar --create --file softsign.jar --module-version 1.0.0 -C classes .
                        """);
    }
}
