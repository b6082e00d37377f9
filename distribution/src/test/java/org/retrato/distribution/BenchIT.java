package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures small rows with the assembled distribution; how fast they are is no matter here. */
class BenchIT {

    private static final String SMALL = "single-relu-1";
    private static final Map<String, String> HOBBLED = Map.of("RETRATO_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    @TempDir
    private Path folder;

    @Test
    void a_healthy_run_prints_the_row_writes_the_file_and_advises_nothing() throws Exception {
        var launch = Launch.of(folder, "bench", SMALL, "--threads", "1", "--json", "results.json");
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.errors()).isEmpty();
        assertThat(launch.output())
                .startsWith("1 thread, vectors of ")
                .containsPattern("single-relu-1 .* GFLOP/s +[0-9.]+ %$")
                .doesNotContain("slow!");
        assertThat(Files.readString(folder.resolve("results.json")))
                .contains("\"name\" : \"single-relu-1\"", "\"slow\" : false", "\"advice\" : [ ]");
    }

    @Test
    void where_java_must_not_optimize_the_row_is_marked_and_the_option_named() throws Exception {
        var launch = Launch.of(folder, HOBBLED, "bench", SMALL, "--threads", "1");
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.output())
                .containsPattern("single-relu-1 .* slow!")
                .contains("It was started with -XX:TieredStopAtLevel=1");
    }

    @Test
    void where_even_the_limits_are_slow_nothing_else_is_measured() throws Exception {
        var launch = Launch.of(folder, HOBBLED, "bench", "peak-one", SMALL, "--threads", "1");
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.output())
                .containsPattern("peak-one-thread .* slow!")
                .contains("It was started with -XX:TieredStopAtLevel=1")
                .doesNotContain(SMALL);
    }

    @Test
    void what_cannot_be_measured_is_said_before_anything_is() throws Exception {
        var launch = Launch.of(folder, "bench", "steps", "portrat");
        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.output()).isEmpty();
        assertThat(launch.errors()).singleElement().asString().contains("did you mean 'portrait'?");
    }
}
