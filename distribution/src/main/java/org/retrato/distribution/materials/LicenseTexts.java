package org.retrato.distribution.materials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.retrato.runtime.data.DataException;

/** Takes the texts of licenses and notices out of JARs. */
final class LicenseTexts {

    private static final Pattern LICENSE = Pattern.compile("(?i).*(licen[cs]e|copying).*");
    private static final Pattern TEXT = Pattern.compile(
            "(?i)(META-INF/)?(licen[cs]es?/.*[^/]|[^/]*(licen[cs]e|copying|copyright|notice)[^/]*)(?<!\\.class)");
    private static final int LARGEST = 1 << 23;

    private LicenseTexts() {}

    /** Returns the texts in a JAR by the paths that they have there. */
    static SortedMap<String, byte[]> of(Path path) {
        try (var jar = new JarFile(path.toFile(), false)) {
            var texts = new TreeMap<String, byte[]>();
            for (var entry : jar.stream().toList()) {
                if (TEXT.matcher(entry.getName()).matches()) {
                    try (var in = jar.getInputStream(entry)) {
                        texts.put(entry.getName(), in.readNBytes(LARGEST)); // nobody's license is longer
                    }
                }
            }
            return texts;
        } catch (IOException failure) {
            throw new DataException("cannot read the licenses in " + path + ": " + failure.getMessage(), failure);
        }
    }

    /** Returns whether a text says what is allowed, not only whom to thank. */
    static boolean isLicense(String path) {
        return LICENSE.matcher(path).matches();
    }
}
