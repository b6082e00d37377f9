package org.retrato.runtime.plugins;

import java.nio.file.Path;
import java.util.List;
import org.retrato.api.Component;

/**
 * Describes a plugin that was accepted.
 *
 * @param id the identifier, unique among the accepted plugins, as {@code classics}
 * @param version its semantic version, as {@code 1.2.0}
 * @param path the JAR, or the folder that holds its JARs
 * @param sha256 the SHA-256 of the JAR in lower-case hexadecimal; of a folder, that of the names and hashes of its JARs
 * @param description one sentence for people, or empty
 * @param provider who made it, or empty
 * @param license under what terms, or empty
 * @param components its records, by kind (activations, losses, optimizers, schedules, styles) and in the declared order; at
 *     least one
 */
public record Plugin(
        String id,
        String version,
        Path path,
        String sha256,
        String description,
        String provider,
        String license,
        List<Class<? extends Component>> components) {

    public Plugin {
        components = List.copyOf(components);
    }

    /** Returns the id and the version, as {@code classics 1.2.0}. */
    @Override
    public String toString() {
        return id + " " + version;
    }
}
