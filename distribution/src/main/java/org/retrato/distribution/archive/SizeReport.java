package org.retrato.distribution.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.retrato.runtime.data.DataException;

/**
 * Says what takes the place in a distribution, in bytes of files.
 *
 * @param parts the folders of a distribution, as {@code jdk}, those of {@code lib} apart, and {@code other files}
 * @param files all files, the largest first
 */
public record SizeReport(SortedMap<String, Long> parts, List<Entry> files) {

    private static final String OTHER = "other files";
    private static final int LARGEST = 8;
    private static final double MB = 1e6;

    /** Is a file, by its path in the distribution. */
    public record Entry(String path, long bytes) {}

    /**
     * Measures a folder; links count as nothing.
     *
     * @throws DataException if it cannot be read
     */
    public static SizeReport of(Path folder) {
        var parts = new TreeMap<String, Long>();
        var files = new ArrayList<Entry>();
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    var file = folder.relativize(path);
                    var bytes = Files.size(path);
                    parts.merge(part(file), bytes, Long::sum);
                    files.add(new Entry(file.toString(), bytes));
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new DataException("cannot read all of the folder " + folder + ": " + unreadable, unreadable);
        }
        files.sort(Comparator.comparing(Entry::bytes).reversed().thenComparing(Entry::path));
        return new SizeReport(parts, files);
    }

    private static String part(Path file) {
        var depth = file.getNameCount();
        if (depth == 1) {
            return OTHER;
        }
        return depth > 2 && file.startsWith("lib")
                ? "lib/" + file.getName(1)
                : file.getName(0).toString();
    }

    /** Returns the bytes of all files. */
    public long total() {
        return parts.values().stream().mapToLong(bytes -> bytes).sum();
    }

    /** Returns a table for people, in millions of bytes. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        parts.forEach((part, bytes) -> line(text, part, bytes));
        line(text, "total", total());
        text.append("%nThe largest files:%n".formatted());
        files.stream().limit(LARGEST).forEach(file -> line(text, file.path(), file.bytes()));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, long bytes) {
        text.append(String.format(Locale.ROOT, "%8.1f MB  %s%n", bytes / MB, what));
    }
}
