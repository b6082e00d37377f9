package org.retrato.distribution.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.retrato.distribution.home.Deviation.Kind;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.plugins.Sha256;

/**
 * Lists what a distribution is made of, with hashes: each JAR, and what the distribution says about itself. Its file is one that
 * {@code sha256sum -c} can check.
 *
 * @param entries by path, relative to the folder of the distribution, with {@code /}
 */
public record Lock(NavigableMap<String, Entry> entries) {

    /**
     * Is a line of the lock.
     *
     * @param sha256 in lower-case hexadecimal
     * @param source where the file was taken from, as {@code org.example:brushes:1.2.0}; empty if nobody knows
     */
    public record Entry(String path, String sha256, String source) {}

    private static final String HEADER = """
            # What this distribution is made of. Retrato looks whenever it starts; so does: sha256sum -c retrato.lock
            """;
    private static final String FROM = "# from ";
    private static final Pattern LINE = Pattern.compile("(\\p{XDigit}{64}) [ *](.+)");

    public Lock {
        entries = Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
    }

    /** Lists entries. */
    public static Lock of(Collection<Entry> entries) {
        var sorted = new TreeMap<String, Entry>();
        entries.forEach(entry -> sorted.put(entry.path(), entry));
        return new Lock(sorted);
    }

    /** Lists what is in a folder now; where files were taken from is what another lock says of them. */
    public static Lock of(Home home, Lock sources) {
        return of(files(home, path -> true).stream()
                .map(path -> new Entry(
                        path,
                        hash(home, path)
                                .orElseThrow(() -> new InputException(path + " cannot be read; check its permissions")),
                        sources.source(path)))
                .toList());
    }

    /** Lists nothing. */
    public static Lock empty() {
        return new Lock(new TreeMap<>());
    }

    /** Returns the lock of a distribution, if it has one. */
    public static Optional<Lock> of(Home home) {
        return Files.exists(home.lock()) ? Optional.of(read(home.lock())) : Optional.empty();
    }

    /** Reads a file. */
    public static Lock read(Path file) {
        try {
            var entries = new ArrayList<Entry>();
            var source = "";
            for (var line : Files.readAllLines(file)) {
                var matcher = LINE.matcher(line);
                if (line.startsWith(FROM)) {
                    source = line.substring(FROM.length()).strip();
                } else if (matcher.matches()) {
                    entries.add(new Entry(matcher.group(2), matcher.group(1), source));
                    source = "";
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    throw new InputException(file + " is damaged: '" + abbreviated(line)
                            + "' is not a line of 'sha256sum'; take the file from the archive again");
                }
            }
            return of(entries);
        } catch (IOException unreadable) {
            throw new InputException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String abbreviated(String line) {
        return line.length() <= 40 ? line : line.substring(0, 40) + "...";
    }

    /** Returns where a file was taken from; empty if nobody knows. */
    public String source(String path) {
        var entry = entries.get(path);
        return entry == null ? "" : entry.source();
    }

    /** Returns the hash that a file should have; empty if it should not be there. */
    public String sha256(String path) {
        var entry = entries.get(path);
        return entry == null ? "" : entry.sha256();
    }

    /** Compares a folder with the lock, of all files or of some. */
    public List<Deviation> compare(Home home, Predicate<String> paths) {
        var found = files(home, paths);
        var missing = entries.keySet().stream()
                .filter(paths)
                .filter(path -> !found.contains(path))
                .map(path -> new Deviation(Kind.REMOVED, path));
        return Stream.concat(missing, found.parallelStream().flatMap(path -> compare(home, path).stream()))
                .sorted(Comparator.comparing(Deviation::path))
                .toList();
    }

    private Optional<Deviation> compare(Home home, String path) {
        var entry = entries.get(path);
        if (entry == null) {
            return Optional.of(new Deviation(Kind.ADDED, path));
        }
        var hash = hash(home, path);
        if (hash.isEmpty()) {
            return Optional.of(new Deviation(Kind.UNREADABLE, path));
        }
        return hash.get().equals(entry.sha256()) ? Optional.empty() : Optional.of(new Deviation(Kind.CHANGED, path));
    }

    private static Optional<String> hash(Home home, String path) {
        try {
            return Optional.of(Sha256.of(home.folder().resolve(path)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the text of the file. */
    public String text() {
        var text = new StringBuilder(HEADER);
        for (var entry : entries.values()) {
            if (!entry.source().isEmpty()) {
                text.append(FROM).append(entry.source()).append('\n');
            }
            text.append(entry.sha256()).append("  ").append(entry.path()).append('\n');
        }
        return text.toString();
    }

    private static List<String> files(Home home, Predicate<String> paths) {
        return Stream.concat(
                        Stream.of(home.settings(), home.trust()).filter(Files::exists),
                        Stream.of(home.lib(), home.plugins(), home.repository()).flatMap(Lock::jars))
                .map(file -> home.folder().relativize(file).toString().replace('\\', '/'))
                .filter(paths)
                .sorted()
                .toList();
    }

    private static Stream<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> isJar(folder.relativize(file)) && !Files.isDirectory(file)).toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InputException(folder + " cannot be listed; check its permissions", unreadable);
        }
    }

    /** Returns whether a file is one that could be loaded: hidden ones, and those in hidden folders, are not looked at. */
    private static boolean isJar(Path file) {
        for (var name : file) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
