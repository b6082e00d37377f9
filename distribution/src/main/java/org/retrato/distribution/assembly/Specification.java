package org.retrato.distribution.assembly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.PropertiesFile;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.painting.InputException;

/**
 * Says what to assemble.
 *
 * @param settings what the distribution will be called and what it will allow
 * @param installed the ids of the plugins that it gets from the distribution that assembles; {@link #ALL} for all of them
 * @param taken where its other plugins are taken from: JARs, folders with a JAR and its libraries, Maven coordinates
 * @param trust the certificates of those whose plugins it will trust, in one PEM file
 * @param repositories the addresses of Maven repositories beside those that the user's Maven settings name
 * @param javaModules modules of Java that are there beside those that the application and the plugins require
 * @param lock where the hashes are, or will be, written
 */
public record Specification(
        Settings settings,
        List<String> installed,
        List<String> taken,
        Optional<Path> trust,
        List<String> repositories,
        List<String> javaModules,
        Path lock) {

    /** Stands for all plugins of the distribution that assembles. */
    static final String ALL = "*";

    /** What separates the parts of a coordinate is not in the names of files, but for the drive of a path on Windows. */
    private static final Pattern COORDINATE = Pattern.compile("[\\w.-]{2,}:.+");

    private static final Pattern FILE = Pattern.compile(".*[/\\\\].*|.*\\.jar");

    private static final List<String> OWN_KEYS = List.of("plugins", "trust", "repositories", "java-modules");

    /** The words that a specification may hold. */
    public static final List<String> KEYS =
            Stream.concat(Settings.KEYS.stream(), OWN_KEYS.stream()).toList();

    public Specification {
        installed = List.copyOf(installed);
        taken = List.copyOf(taken);
        repositories = List.copyOf(repositories);
        javaModules = List.copyOf(javaModules);
    }

    /**
     * Reads a specification.
     *
     * @param file what it begins from; without one, the distribution that assembles, with all its plugins
     * @param words what replaces, or adds to, what the file says
     * @param output where the lock is, where there is no file for it to be beside
     */
    public static Specification read(Optional<Path> file, Map<String, String> words, Home home, Path output) {
        var properties =
                file.map(PropertiesFile::read).orElseGet(() -> itself(home)).with(words);
        properties.requireKnown(KEYS);
        for (var key : List.of("name", "version", "plugins")) {
            if (!properties.has(key)) {
                throw new InputException(
                        properties + " does not say '" + key + "'; add a line as '" + key + " = " + example(key) + "'");
            }
        }
        var folder = file.map(path -> path.toAbsolutePath().getParent()).orElse(Path.of(""));
        var settings = Settings.of(properties);
        var plugins = properties.list("plugins");
        return new Specification(
                settings,
                plugins.stream().filter(word -> !isTaken(word)).toList(),
                plugins.stream()
                        .filter(Specification::isTaken)
                        .map(word -> COORDINATE.matcher(word).matches()
                                ? word
                                : folder.resolve(word).normalize().toString())
                        .toList(),
                trust(properties, folder, settings.signed()),
                properties.list("repositories"),
                properties.list("java-modules"),
                file.map(Specification::lockBeside).orElse(output.resolve(settings.name() + ".lock")));
    }

    private static PropertiesFile itself(Home home) {
        var trust = Files.exists(home.trust()) ? home.trust().toString() : "";
        return PropertiesFile.read(home.settings()).with(Map.of("plugins", ALL, "trust", trust));
    }

    private static boolean isTaken(String word) {
        return COORDINATE.matcher(word).matches() || FILE.matcher(word).matches();
    }

    private static String example(String key) {
        return switch (key) {
            case "name" -> "atelier";
            case "version" -> "1.0.0";
            default -> "classics, styles, org.example:brushes:1.2.0";
        };
    }

    private static Optional<Path> trust(PropertiesFile properties, Path folder, boolean signed) {
        var trust = Optional.of(properties.text("trust", ""))
                .filter(text -> !text.isEmpty())
                .map(folder::resolve);
        if (signed && trust.isEmpty()) {
            throw new InputException(
                    properties
                            + " requires signatures, but names nobody to trust; add 'trust = team.pem', a file of certificates");
        }
        trust.filter(path -> !Files.isRegularFile(path)).ifPresent(path -> {
            throw new InputException("there is no file " + path + " of certificates to trust");
        });
        return trust;
    }

    private static Path lockBeside(Path file) {
        var name = file.getFileName().toString();
        var end = name.lastIndexOf('.');
        return file.resolveSibling((end > 0 ? name.substring(0, end) : name) + ".lock");
    }

    /** Returns the name and the version, as {@code atelier-1.0.0}. */
    public String fullName() {
        return settings.name() + "-" + settings.version();
    }
}
