package org.retrato.distribution.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.retrato.distribution.painting.InputException;

/**
 * Says what a Java is, from the file {@code release} in its folder.
 *
 * @param modules the names of all its modules
 */
record JavaRelease(Set<String> modules) {

    private static final int OLDEST = 25;

    /** What to do where a Java does not do. */
    static final String REMEDY = "name the folder of a JDK " + OLDEST + " or newer with --jdk DIR";

    /**
     * Reads what a Java says of itself.
     *
     * @throws InputException if there is none, or one that is too old
     */
    static JavaRelease of(Path java) {
        var release = new Properties();
        try (var file = Files.newBufferedReader(java.resolve("release"))) {
            release.load(file);
        } catch (IOException | IllegalArgumentException failure) {
            throw new InputException(
                    "there is no Java in " + java + ": its file 'release' cannot be read; " + REMEDY, failure);
        }
        var version = value(release, "JAVA_VERSION");
        if (!version.matches("\\d+.*") || Runtime.Version.parse(version).feature() < OLDEST) {
            throw new InputException("the Java in " + java + " is version '" + version + "'; " + REMEDY);
        }
        return new JavaRelease(Set.of(value(release, "MODULES").split(" ")));
    }

    private static String value(Properties release, String key) {
        return release.getProperty(key, "").replace("\"", "");
    }
}
