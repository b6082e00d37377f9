package org.retrato.runtime.plugins;

import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds what one JAR says about itself; it was read to the last byte and found whole.
 *
 * @param sha256 its SHA-256 in lower-case hexadecimal
 * @param attributes the main attributes of its manifest, by name in whatever case; empty without a manifest
 * @param module its module, or null if it is a flat JAR
 * @param components the names of the classes that it declares as components, in the declared order, by the name of their
 *     kind, as {@code org.retrato.api.Loss}
 */
public record Jar(
        Path path,
        String sha256,
        Map<String, String> attributes,
        @Nullable ModuleReference module,
        Map<String, List<String>> components) {

    public Jar {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(attributes);
        attributes = Collections.unmodifiableMap(sorted);
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
    }

    /** Returns the name of the file. */
    public String name() {
        return String.valueOf(path.getFileName());
    }
}
