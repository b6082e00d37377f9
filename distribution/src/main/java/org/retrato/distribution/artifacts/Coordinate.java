package org.retrato.distribution.artifacts;

import java.util.regex.Pattern;
import org.retrato.distribution.painting.InputException;

/**
 * Names a plugin in Maven repositories, and one version of it for good.
 *
 * @param group as {@code org.example}
 * @param artifact as {@code brushes}
 * @param version as {@code 1.2.0}; what would be another JAR tomorrow, as a range or a snapshot, is refused
 */
public record Coordinate(String group, String artifact, String version) {

    private static final String NOTATION = "write group:artifact:version, as org.example:brushes:1.2.0";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.+-]+");
    private static final Pattern MOVING = Pattern.compile("LATEST|RELEASE|.*[\\[(\\])].*");

    /**
     * Checks the parts.
     *
     * @throws InputException if one of them will not do
     */
    public Coordinate {
        requireName(group, "group");
        requireName(artifact, "name");
        var coordinate = group + ":" + artifact + ":" + version;
        if (MOVING.matcher(version).matches()) {
            throw new InputException(
                    "'" + coordinate + "' is another version tomorrow, and a lock holds only what stays;"
                            + " say which one you want, as " + group + ":" + artifact + ":1.2.0");
        }
        if (version.endsWith("-SNAPSHOT")) {
            throw new InputException("'" + coordinate + "' is another JAR tomorrow, and a lock holds only what stays;"
                    + " release it, or give the JAR itself");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new InputException("'" + version + "' is no version of an artifact; " + NOTATION);
        }
    }

    /**
     * Reads {@code group:artifact:version}.
     *
     * @throws InputException if it is anything else
     */
    public static Coordinate parse(String text) {
        var parts = text.split(":", -1);
        return switch (parts.length) {
            case 3 -> new Coordinate(parts[0], parts[1], parts[2]);
            case 2 -> throw new InputException("'" + text + "' has no version, and a lock holds one; " + NOTATION);
            default -> throw new InputException("'" + text + "' is no coordinate; " + NOTATION);
        };
    }

    private static void requireName(String name, String part) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException("'" + name + "' is no " + part + " of an artifact; " + NOTATION);
        }
    }

    /** Returns what stays the same from version to version, {@code group:artifact}. */
    public String name() {
        return group + ":" + artifact;
    }

    /** Returns {@code group:artifact:version}. */
    @Override
    public String toString() {
        return name() + ":" + version;
    }
}
