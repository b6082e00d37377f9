package org.retrato.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.data.AtomicFile;
import org.retrato.runtime.data.FreeName;
import org.retrato.runtime.data.ImageFile;
import picocli.CommandLine.Option;

/** Says which files are written. */
final class OutputOptions {

    @Option(
            names = "--output",
            paramLabel = "FILE.png",
            description =
                    "The painting; an existing file is replaced. Unless given: portrait.png, or the next free number.")
    private @Nullable Path output;

    @Option(names = "--film", paramLabel = "FILE.gif", description = "A film of the learning.")
    private @Nullable Path film;

    @Option(
            names = "--report",
            paramLabel = "FILE.json",
            description = "All that is needed to paint the same again, and what came of it.")
    private @Nullable Path report;

    @Option(names = "--quiet", description = "Print nothing but the path of the painting.")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    Optional<Path> film() {
        return Optional.ofNullable(film);
    }

    Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    /** Returns where the painting goes. */
    Path picture(String defaultName) {
        return output == null ? FreeName.of(Path.of(defaultName)) : output;
    }

    /** Checks that all files can be written, and that none of them is another or the input. */
    void check(Path picture, @Nullable Path image) {
        ImageFile.check(picture);
        requireEnding("--film", film, ".gif");
        requireEnding("--report", report, ".json");
        var seen = new HashSet<Path>();
        Stream.of(picture, film, report).forEach(path -> {
            if (path != null && !seen.add(path.toAbsolutePath().normalize())) {
                throw new InputException("cannot write two things into " + path);
            }
            if (path != null && image != null && isSame(path, image)) {
                throw new InputException("cannot write " + path + ": it is the picture to be painted");
            }
        });
        film().ifPresent(AtomicFile::check);
        report().ifPresent(AtomicFile::check);
    }

    static void requireEnding(String option, @Nullable Path path, String ending) {
        if (path != null && !path.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new InputException(option + " must be a file that ends in " + ending + ", but is " + path);
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
