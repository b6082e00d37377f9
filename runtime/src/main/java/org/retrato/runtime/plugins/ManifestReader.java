package org.retrato.runtime.plugins;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.retrato.runtime.plugins.Problem.INVALID_MANIFEST;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a manifest, and refuses what Java, which reads it again while it loads classes, would refuse, warn of once for each
 * line, or read in a time that is quadratic in the number of lines.
 */
final class ManifestReader {

    private static final int LONGEST_LINE = 511;
    private static final int LONGEST_NAME = 70;
    private static final int MOST_LINES = 4_000;

    private final Map<String, String> main = attributes();
    private Map<String, String> section = main;
    private final Set<String> sections = new HashSet<>();
    private final StringBuilder attribute = new StringBuilder();
    private int lines;

    private ManifestReader() {}

    /** Returns the main attributes, those before the first empty line, by name in whatever case. */
    static Map<String, String> mainAttributes(byte[] manifest) {
        var reader = new ManifestReader();
        // a character for each byte, as a line may end in the middle of a character
        new String(manifest, ISO_8859_1).lines().forEach(reader::read);
        reader.endAttribute();
        return reader.main;
    }

    private static Map<String, String> attributes() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    private void read(String line) {
        if (line.length() > LONGEST_LINE) {
            throw invalid("a line of more than " + LONGEST_LINE + " bytes");
        }
        if (line.startsWith(" ")) {
            continueAttribute(line);
            return;
        }
        endAttribute();
        attribute.append(line);
        lines = 1;
        if (line.isEmpty()) {
            section = attributes();
        }
    }

    private void continueAttribute(String line) {
        if (attribute.isEmpty()) {
            throw invalid("a line that continues none");
        }
        if (++lines > MOST_LINES) {
            throw invalid("an attribute of more than %,d lines".formatted(MOST_LINES));
        }
        attribute.append(line, 1, line.length());
    }

    private void endAttribute() {
        if (attribute.isEmpty()) {
            return;
        }
        var colon = attribute.indexOf(": ");
        if (colon < 1 || colon > LONGEST_NAME || !attribute.chars().limit(colon).allMatch(ManifestReader::isOfName)) {
            throw invalid("'" + attribute + "'");
        }
        var name = attribute.substring(0, colon);
        var value = new String(attribute.substring(colon + 2).getBytes(ISO_8859_1), UTF_8);
        attribute.setLength(0);
        if (section != main && section.isEmpty() && !(name.equalsIgnoreCase("Name") && sections.add(value))) {
            throw invalid("a section that begins with '" + name + ": " + value + "'");
        }
        if (section.put(name, value) != null) {
            throw invalid("'" + name + "' twice");
        }
    }

    private static boolean isOfName(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '_';
    }

    private static RefusedException invalid(String what) {
        return new RefusedException(
                INVALID_MANIFEST,
                "META-INF/MANIFEST.MF holds " + what,
                "write each attribute once, as 'Name: value', on lines of at most 72 bytes; what goes on begins with a blank");
    }
}
