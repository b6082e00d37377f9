package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.BUNDLED_API;
import static org.retrato.runtime.plugins.Problem.DUPLICATE_ENTRY;
import static org.retrato.runtime.plugins.Problem.OVERSIZED_JAR;
import static org.retrato.runtime.plugins.Problem.UNSAFE_ENTRY;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Refuses a JAR for the names and sizes of its entries, before one of them is unpacked. */
final class EntryRules {

    private static final String API_FOLDER = Api.PACKAGE.replace('.', '/');
    private static final String VERSIONS = "meta-inf/versions/";

    private static final long MOST_BYTES = 2L << 30;
    private static final long FEW_BYTES = 16 << 20;
    private static final int MOST_INFLATED = 100;
    private static final int MOST_READ = 2 << 20;
    private static final int MOST_ALIKE = 64;

    private final Path path;
    private final Set<String> names = new HashSet<>();
    private final Map<Integer, Integer> hashes = new HashMap<>();
    private long bytes;

    private EntryRules(Path path) {
        this.path = path;
    }

    /**
     * Checks all entries of a JAR.
     *
     * @param length of the JAR, in bytes
     */
    static void check(Path path, long length, List<CentralDirectory.Entry> entries) {
        var rules = new EntryRules(path);
        entries.forEach(rules::check);
        if (rules.bytes > FEW_BYTES && rules.bytes / MOST_INFLATED > length) {
            throw oversized("%s would unpack to %,d bytes, more than %d times its size"
                    .formatted(path.getFileName(), rules.bytes, MOST_INFLATED));
        }
    }

    private void check(CentralDirectory.Entry entry) {
        var name = entry.name();
        checkName(name);
        if (!names.add(name) && !name.endsWith("/")) { // a folder that is listed twice hides nothing
            throw new RefusedException(
                    DUPLICATE_ENTRY,
                    path.getFileName() + " has two entries " + name,
                    "build it again, and let each file come from one place");
        }
        if (name.startsWith(API_FOLDER) && name.endsWith(".class")) {
            throw new RefusedException(
                    BUNDLED_API,
                    path.getFileName() + " brings its own copy of the API (" + name + ")",
                    "leave org.retrato:retrato-api out of it: scope 'provided' in Maven, 'compileOnly' in Gradle");
        }
        if (isReadWhole(name) && entry.size() > MOST_READ) {
            throw oversized("in %s, %s has %,d bytes; at most %,d can be right"
                    .formatted(path.getFileName(), name, entry.size(), MOST_READ));
        }
        bytes += entry.size();
        if (bytes > MOST_BYTES) {
            throw oversized("%s would unpack to more than %,d bytes".formatted(path.getFileName(), MOST_BYTES));
        }
    }

    private void checkName(String name) {
        if (name.isEmpty() || climbsOut(name) || name.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) {
            throw unsafe("an entry of %s is called '%s', which is no place inside a JAR", name);
        }
        // Java sets a bit for each version; of those to come, none has four digits
        if (name.toLowerCase(Locale.ROOT).startsWith(VERSIONS)
                && name.indexOf('/', VERSIONS.length()) > VERSIONS.length() + 3) {
            throw unsafe("an entry of %s is called '%s', which is for no version of Java", name);
        }
        // Java compares names of the same hash one by one
        if (hashes.merge(name.hashCode(), 1, Integer::sum) > MOST_ALIKE) {
            throw unsafe("the entries of %s have names, as '%s', that are made to be slow to find", name);
        }
    }

    private static boolean climbsOut(String name) {
        return name.startsWith("/")
                || name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0))
                || name.contains("..") && List.of(name.split("/", -1)).contains("..");
    }

    private static boolean isReadWhole(String name) {
        return name.equalsIgnoreCase("META-INF/MANIFEST.MF")
                || name.startsWith("META-INF/services/")
                || name.endsWith("module-info.class");
    }

    private RefusedException unsafe(String cause, String name) {
        return new RefusedException(
                UNSAFE_ENTRY,
                cause.formatted(path.getFileName(), name),
                "build it again with the jar tool, or do not trust it");
    }

    private static RefusedException oversized(String cause) {
        return new RefusedException(
                OVERSIZED_JAR,
                cause,
                "leave out what the plugin does not need; if it came from elsewhere, do not trust it");
    }
}
