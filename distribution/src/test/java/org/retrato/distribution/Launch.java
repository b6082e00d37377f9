package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of starting the assembled distribution as a user does.
 *
 * @param output what was written to standard output, without the line end at its end
 * @param errors the lines of standard error, without what Java says about incubating modules
 */
record Launch(int exitCode, String output, List<String> errors) {

    static final Path HOME = Path.of(System.getProperty("retrato.home"));

    static Launch of(Path folder, String... arguments) throws IOException, InterruptedException {
        return of(folder, Map.of(), arguments);
    }

    static Launch of(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return of(start(folder, environment, arguments), folder);
    }

    /** Starts a process whose errors go to a file beside the folder, so that no pipe fills up. */
    static Process start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return start(HOME, folder, environment, arguments);
    }

    /** Starts a process of another distribution. */
    static Process start(Path home, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(home.resolve("bin/retrato").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors(folder).toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits for the end of a process. */
    static Launch of(Process process, Path folder) throws IOException, InterruptedException {
        var output = new String(process.getInputStream().readAllBytes(), UTF_8).stripTrailing();
        var code = process.waitFor();
        var errors = Files.readAllLines(errors(folder)).stream()
                .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
                .toList();
        Files.delete(errors(folder));
        return new Launch(code, output, errors);
    }

    private static Path errors(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".errors");
    }

    /** Returns the names of what is in a folder, sorted. */
    static List<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }
}
