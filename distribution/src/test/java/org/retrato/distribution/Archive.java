package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An archive that was unpacked, and what its users do with it: on a machine that has no Java, as far as they can tell.
 *
 * @param home the folder that was in it
 */
record Archive(Path home) {

    /** What came of a command: what it printed, without what Java says about incubating modules. */
    record Result(int exitCode, String printed) {}

    /** Returns the archive that the build has made. */
    static Path built(String ending) throws IOException {
        try (var files = Files.list(Launch.HOME.resolveSibling("archive"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Unpacks a {@code .tar.gz} with the tool of the system. */
    static Archive unpack(Path archive, Path folder) throws Exception {
        Files.createDirectories(folder);
        var process = new ProcessBuilder("tar", "-xzf", archive.toAbsolutePath().toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        try (var files = Files.list(folder)) {
            return new Archive(files.collect(Collectors.toList()).getFirst());
        }
    }

    /** Starts Retrato in a folder, with nothing in the environment but the tools of the system. */
    Result run(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(home.resolve("bin/retrato").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("RETRATO_CACHE", "off");
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(
                process.waitFor(),
                printed.replace("WARNING: Using incubator modules: jdk.incubator.vector\n", "")
                        .stripTrailing());
    }

    /** Returns the number of bytes of all files. */
    long size() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Returns the one file in a folder whose name begins so. */
    Path file(String folder, String start) throws IOException {
        try (var files = Files.list(home.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
