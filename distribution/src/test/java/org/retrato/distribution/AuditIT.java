package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits plugins with the assembled distribution. */
class AuditIT {

    @TempDir
    private Path folder;

    @Test
    void our_own_plugins_are_mathematics_only() throws Exception {
        var launch = Launch.of(folder, "doctor", "--audit");

        assertThat(launch.errors()).isEmpty();
        assertThat(launch.exitCode()).isZero();
        for (var id : new String[] {"activations", "classics", "losses", "optimizers", "styles"}) {
            assertThat(launch.output()).containsPattern("(?m)^" + id + " \\S+ +mathematics only$");
        }
        assertThat(launch.output())
                .contains("5 audited, 5 with mathematics only")
                .contains("This is a check, not a sandbox");
    }

    @Test
    void a_plugin_is_read_and_nothing_of_it_runs() throws Exception {
        makeSly();

        var launch = Launch.of(folder, "doctor", "--audit", "--plugins", "plugins", "--json", "audit.json");

        assertThat(launch.errors()).isEmpty();
        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.output()).contains("""
                        sly 1.0.0           plugins/sly.jar
                          ending the program
                            sly.Sly.<clinit> → java.lang.System.exit
                        """).contains("6 audited, 5 with mathematics only");
        assertThat(Files.readString(folder.resolve("audit.json")))
                .contains("\"clean\" : true", "\"clean\" : false", "\"capability\" : \"exit\"")
                .contains("\"place\" : \"sly.Sly.<clinit>\"", "\"target\" : \"java.lang.System.exit\"");
        assertThat(Launch.of(folder, "doctor", "--plugins", "plugins").exitCode())
                .as("what it would do")
                .isEqualTo(42);
    }

    @Test
    void plugins_can_be_named_by_id_or_path_even_when_they_are_none() throws Exception {
        makeSly();
        Files.writeString(folder.resolve("text.jar"), "no archive");

        assertThat(Launch.of(folder, "doctor", "--audit", "classics", "plugins/sly.jar", "text.jar")
                        .output())
                .containsPattern("(?m)^classics \\S+ +mathematics only$")
                .containsPattern("(?m)^sly 1.0.0 +plugins/sly.jar$")
                .containsPattern("(?m)^text.jar +text.jar\n  unreadable\n    text.jar → ")
                .contains("3 audited, 1 with mathematics only");
    }

    private void makeSly() throws Exception {
        Files.createDirectories(folder.resolve("sly"));
        Files.createDirectory(folder.resolve("plugins"));
        Files.writeString(folder.resolve("module-info.java"), """
                module sly {
                    requires org.retrato.api;

                    provides org.retrato.api.Activation with sly.Sly;
                }
                """);
        Files.writeString(folder.resolve("sly/Sly.java"), """
                package sly;

                import org.retrato.api.*;

                public record Sly() implements Activation {
                    static {
                        System.exit(42);
                    }

                    @Override
                    public Tensor apply(Tensor x) {
                        return x;
                    }
                }
                """);
        new Shell(Launch.HOME.toAbsolutePath()).run(folder, """
                        javac --module-path "$RETRATO"/lib/retrato-api-*.jar -d classes module-info.java sly/*.java
                        jar --create --file plugins/sly.jar --module-version 1.0.0 -C classes .
                        """);
    }
}
