package org.retrato.distribution.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.painting.InputException;

/** Starts a distribution as its users will, and lets every style that it offers paint once. */
final class Trial {

    private final Home home;
    private final Path workplace;

    private Trial(Home home, Path workplace) {
        this.home = home;
        this.workplace = workplace;
    }

    /**
     * Tries a distribution.
     *
     * @param workplace a folder for what it paints
     * @throws InputException if it does not start, or does not paint
     */
    static void of(Home home, Path workplace) {
        try {
            new Trial(home, Files.createDirectories(workplace)).paint();
        } catch (IOException failure) {
            throw new UncheckedIOException("the trial of what was assembled failed: " + failure.getMessage(), failure);
        }
    }

    private void paint() throws IOException {
        var picture = workplace.resolve("trial.png");
        var styles = String.join(",", Settings.of(home).styles());
        run(List.of(
                "paint",
                "--locked",
                "--quiet",
                "--style",
                styles,
                "--size",
                "16",
                "--steps",
                "2",
                "--batch",
                "64",
                "--width",
                "16",
                "--output",
                picture.toString()));
        if (!Files.isRegularFile(picture)) {
            throw new InputException("what was assembled starts, but paints nothing with the styles " + styles);
        }
    }

    private void run(List<String> arguments) throws IOException {
        var launcher = home.bin().resolve(Platform.isWindows() ? "retrato.bat" : "retrato");
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(workplace.toFile()).redirectErrorStream(true);
        // as on a machine without a Java, and without a trace in the folder
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "RETRATO_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().put("RETRATO_CACHE", "off");
        var process = builder.start();
        try (var output = process.getInputStream()) {
            process.getOutputStream().close();
            var printed = new String(output.readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new InputException("what was assembled does not work: 'retrato paint' says " + said(printed));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InputException("the trial was interrupted", interrupted);
        } finally {
            process.destroy();
        }
    }

    private static String said(String printed) {
        return printed.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING: Using incubator modules"))
                .collect(Collectors.joining("; "));
    }
}
