package org.retrato.distribution.materials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an artifact of a Maven repository.
 *
 * @param classifier tells it from others with the same name; mostly empty
 */
record Coordinates(String group, String artifact, String version, String classifier) {

    private static final Pattern TEXT = Pattern.compile("([^\\s:]+):([^\\s:]+):([^\\s:]+)");

    /** Reads {@code org.example:brushes:1.2.0}; all else, as the name of a file, is none. */
    static Optional<Coordinates> parse(String text) {
        return Optional.of(TEXT.matcher(text))
                .filter(matcher -> matcher.matches())
                .map(matcher -> new Coordinates(matcher.group(1), matcher.group(2), matcher.group(3), ""));
    }

    /** Returns what Maven calls its file. */
    String fileName() {
        return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }

    /** Returns the package URL, under which the databases of vulnerabilities know it. */
    String purl() {
        return "pkg:maven/%s/%s@%s?%stype=jar"
                .formatted(
                        encode(group),
                        encode(artifact),
                        encode(version),
                        classifier.isEmpty() ? "" : "classifier=" + encode(classifier) + "&");
    }

    /** Returns the package URL of what is in no repository. */
    static String genericPurl(String name, String version) {
        return "pkg:generic/" + encode(name) + (version.isEmpty() ? "" : "@" + encode(version));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%3A", ":");
    }
}
