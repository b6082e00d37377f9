package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the assembled distribution as a user does. */
class LauncherIT {

    @TempDir
    private Path folder;

    @Test
    void the_version_is_the_one_that_was_built() throws Exception {
        var launch = Launch.of(folder, "--version");
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.output().lines())
                .startsWith("retrato " + System.getProperty("retrato.version"))
                .anyMatch(line -> line.matches("Java 2[5-9].*, \\d+-bit vectors, \\d+ processors"));
    }

    @Test
    void a_symbolic_link_in_a_folder_with_a_blank_starts_it_too() throws Exception {
        var bin = Files.createDirectory(folder.resolve("my bin"));
        var link = Files.createSymbolicLink(bin.resolve("retrato"), Launch.HOME.resolve("bin/retrato"));
        var process = new ProcessBuilder(link.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains("retrato ");
        assertThat(process.waitFor()).isZero();
        Files.delete(link);
    }
}
