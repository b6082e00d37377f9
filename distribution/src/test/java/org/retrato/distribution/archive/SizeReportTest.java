package org.retrato.distribution.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeReportTest {

    @TempDir
    private Path folder;

    @Test
    void each_part_and_the_largest_files_are_listed() throws Exception {
        Tree.write(folder.resolve("jdk/lib/modules"), "m".repeat(1_450_000));
        Tree.write(folder.resolve("jdk/release"), "r".repeat(1000));
        Tree.write(folder.resolve("lib/guava.jar"), "g".repeat(300_000));
        Tree.write(folder.resolve("lib/maven/model.jar"), "m".repeat(200_000));
        Tree.write(folder.resolve("retrato.lock"), "l".repeat(2000));
        Files.createSymbolicLink(folder.resolve("jdk/link"), Path.of("lib/modules"));

        var report = SizeReport.of(folder);

        assertThat(report.total()).isEqualTo(1_953_000);
        assertThat(report.toString().lines())
                .containsExactly(
                        "     1.5 MB  jdk",
                        "     0.3 MB  lib",
                        "     0.2 MB  lib/maven",
                        "     0.0 MB  other files",
                        "     2.0 MB  total",
                        "",
                        "The largest files:",
                        "     1.5 MB  jdk/lib/modules",
                        "     0.3 MB  lib/guava.jar",
                        "     0.2 MB  lib/maven/model.jar",
                        "     0.0 MB  retrato.lock",
                        "     0.0 MB  jdk/release");
    }
}
