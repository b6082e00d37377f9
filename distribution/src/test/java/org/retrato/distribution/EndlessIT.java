package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the distribution with a plugin whose formulas and constructors never end: every command does. */
class EndlessIT {

    /** Half a second is long for a formula; and the memory is small, so that it is soon taken. */
    private static final Map<String, String> IMPATIENT =
            Map.of("RETRATO_JAVA_OPTIONS", "-Dretrato.patience=0.5 -Xmx256m");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void pack_the_plugin() throws Exception {
        write("module-info.java", """
                module spiral {
                    requires org.retrato.api;
                    provides org.retrato.api.Activation with spiral.Spiral, spiral.Hoarder;
                    provides org.retrato.api.Loss with spiral.Unborn;
                }
                """);
        write("spiral/Spiral.java", """
                package spiral;

                import org.retrato.api.*;

                public record Spiral() implements Activation {
                    @Override
                    public Tensor apply(Tensor x) {
                        for (int turns = 0; turns >= 0; turns = turns + 1 & 1) {}
                        return x;
                    }
                }
                """);
        write("spiral/Hoarder.java", """
                package spiral;

                import java.util.ArrayList;
                import org.retrato.api.*;

                public record Hoarder() implements Activation {
                    @Override
                    public Tensor apply(Tensor x) {
                        var all = new ArrayList<Object>();
                        for (int i = 0; i >= 0; i = i + 1 & 1) {
                            all.add(new int[1000]);
                        }
                        return x;
                    }
                }
                """);
        write("spiral/Unborn.java", """
                package spiral;

                import org.retrato.api.*;

                public record Unborn() implements Loss {
                    public Unborn {
                        for (int turns = 0; turns >= 0; turns = turns + 1 & 1) {}
                    }

                    @Override
                    public Tensor apply(Tensor output, Tensor target) {
                        return output.sub(target).square();
                    }
                }
                """);
        new Shell(Launch.HOME.toAbsolutePath()).run(folder, """
                        javac --module-path "$RETRATO"/lib/retrato-api-*.jar -d classes $(find . -name '*.java')
                        mkdir plugins
                        jar --create --file plugins/spiral.jar --module-version 1.0.0 -C classes .
                        """);
    }

    @Test
    void paint_says_in_which_line_the_formula_goes_round() throws Exception {
        var launch = launch("paint", "--plugins", "plugins", "--activation", "spiral", "--size", "16");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors().getLast())
                .isEqualTo("retrato: the formula of the activation Spiral[] is wrong: it has not ended after 0.5 s of"
                        + " computing, at spiral@1.0.0/spiral.Spiral.apply(Spiral.java:8); correct it, or leave spiral.jar"
                        + " out; what is slow but ends gets more seconds with the system property retrato.patience");
        assertThat(folder).isDirectoryNotContaining("glob:**/*.png");
    }

    @Test
    void paint_says_which_formula_takes_all_memory() throws Exception {
        var launch = launch("paint", "--plugins", "plugins", "--activation", "hoarder", "--size", "16");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors().getLast())
                .startsWith("retrato: the formula of the activation Hoarder[] is wrong: it ")
                .contains(" memory ", " at spiral@1.0.0/spiral.Hoarder.apply(Hoarder.java:");
    }

    @Test
    void doctor_names_what_is_never_created_and_accepts_the_rest() throws Exception {
        var launch = launch("doctor", "--plugins", "plugins");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.output())
                .contains("accepted  spiral 1.0.0  2 components", "spiral.jar  [endless]")
                .contains("the component spiral.Unborn cannot be created: it has not ended after 0.5 s of computing, at"
                        + " spiral@1.0.0/spiral.Unborn.<init>(Unborn.java:7)");
    }

    @Test
    void check_names_both() throws Exception {
        var launch = launch("check", "plugins/spiral.jar");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.output())
                .contains("[endless] the component spiral.Unborn cannot be created")
                .contains("the formula of the activation Spiral[] is wrong: it has not ended after 0.5 s of computing");
    }

    private static Launch launch(String... arguments) throws Exception {
        return Launch.of(folder, IMPATIENT, arguments);
    }

    private static void write(String file, String source) throws Exception {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, source);
    }
}
