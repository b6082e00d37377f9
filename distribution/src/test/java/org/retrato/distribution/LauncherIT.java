package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the assembled distribution as a user does. */
class LauncherIT {
    private static final Path HOME = Path.of(System.getProperty("retrato.home"));

    @Test
    void the_version_is_the_one_that_was_built() throws Exception {
        assertThat(output(HOME.resolve("bin/retrato"), "--version"))
                .isEqualTo("retrato " + System.getProperty("retrato.version"));
    }

    @Test
    void a_symbolic_link_in_a_folder_with_a_blank_starts_it_too(@TempDir Path folder) throws Exception {
        var bin = Files.createDirectory(folder.resolve("my bin"));
        var link = Files.createSymbolicLink(bin.resolve("retrato"), HOME.resolve("bin/retrato"));
        assertThat(output(link, "--version")).startsWith("retrato ");
        Files.delete(link);
    }

    private static String output(Path command, String argument) throws Exception {
        var process = new ProcessBuilder(command.toString(), argument)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as("exit code").isZero();
        return output;
    }
}
