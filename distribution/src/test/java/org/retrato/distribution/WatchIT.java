package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds a plugin again and again, in place, while the assembled distribution watches. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WatchIT {

    private static final Shell SHELL = new Shell(Launch.HOME.toAbsolutePath());
    private static final String WAITING = "Waiting for the next build in my builds";

    @TempDir
    private Path folder;

    @BeforeEach
    void begin_an_activation() throws Exception {
        SHELL.run(folder, "retrato new activation ramp");
    }

    @Test
    void each_build_is_painted_with_and_a_broken_one_in_between_told_until_ctrl_c() throws Exception {
        var process = watch("-Xlog:class+unload:file=unloaded");
        try (var output = process.inputReader(UTF_8)) {
            assertThat(until(output, "Not there yet: my builds")).contains("Watching my builds; Ctrl-C ends");
            build("1");
            assertThat(until(output, WAITING)).anyMatch(line -> line.startsWith("p.png · "));
            build("2");
            assertThat(until(output, WAITING)).anyMatch(line -> line.startsWith("p.png · "));

            Files.writeString(jar(), "no archive");
            assertThat(until(output, WAITING))
                    .containsExactly(
                            "retrato: my builds/ramp.jar [not-a-jar]: ramp.jar is not a JAR file; replace it by the JAR it"
                                    + " should be, or remove it",
                            WAITING);
            build("3");
            assertThat(until(output, WAITING)).anyMatch(line -> line.startsWith("p.png · "));

            SHELL.run(folder, "jcmd " + process.pid() + " GC.run");
            assertThat(Files.readAllLines(folder.resolve("unloaded")))
                    .as("the builds before the last")
                    .filteredOn(line -> line.contains("unloading class ramp.Ramp "))
                    .hasSizeGreaterThanOrEqualTo(2);

            SHELL.run(folder, "kill -INT " + process.pid());
            assertThat(output.lines()).isEmpty();
            assertThat(process.waitFor()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
        assertThat(temporary()).as("copies").isEmpty();
        assertThat(Launch.files(folder)).contains("p.png").doesNotContain("portrait.png", "p-2.png");
    }

    @Test
    void a_folder_to_watch_must_be_named() throws Exception {
        var launch = Launch.of(folder, "paint", "--watch");
        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors())
                .containsExactly("retrato: --watch looks into the folders of --plugins; name one, as --plugins target");
    }

    private Process watch(String javaOptions) throws IOException {
        Files.createDirectory(folder.resolve("temporary"));
        var command = new ArrayList<>(
                List.of(Launch.HOME.resolve("bin/retrato").toAbsolutePath().toString()));
        command.addAll(List.of("paint", "--watch", "--plugins", "my builds"));
        command.addAll(
                List.of("--activation ramp --output p.png --size 24 --steps 20 --batch 64 --width 16".split(" ")));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "LC_ALL", "C.UTF-8", "RETRATO_JAVA_OPTIONS", javaOptions + " -Djava.io.tmpdir=temporary"));
        return builder.start();
    }

    /** Reads what is printed up to a line. */
    private static List<String> until(BufferedReader output, String last) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.equals(last)) {
                return lines;
            }
        }
        throw new AssertionError("it ended before '" + last + "': " + lines);
    }

    /** Builds the plugin as another tool does: over the JAR that is there. */
    private void build(String beta) throws Exception {
        SHELL.run(folder, """
                sed -i.old 's/this([0-9]*)/this(%s)/' ramp/src/main/java/ramp/Ramp.java
                javac -p "$RETRATO"/lib/retrato-api-*.jar -d classes $(find ramp/src/main -name '*.java')
                jar --create --file ramp.jar --module-version 1.0.0 -C classes .
                mkdir -p 'my builds'
                cat ramp.jar > 'my builds/ramp.jar'
                """.formatted(beta));
    }

    private Path jar() {
        return folder.resolve("my builds/ramp.jar");
    }

    private List<String> temporary() throws IOException {
        return Launch.files(folder.resolve("temporary")).stream()
                .filter(name -> name.startsWith("retrato-plugins"))
                .toList();
    }
}
