package org.retrato.distribution.installing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.retrato.distribution.artifacts.Artifact;
import org.retrato.distribution.artifacts.Coordinate;
import org.retrato.distribution.artifacts.Source;
import org.retrato.distribution.painting.InputException;

/** Holds what was published, for tests. */
final class Shelf implements Source {

    private final Map<String, List<Artifact>> published = new LinkedHashMap<>();

    /** Publishes a JAR that needs others, which were published before, with all that they need. */
    Shelf publish(String coordinate, Path jar, String... needed) {
        var artifacts = new ArrayList<>(List.of(new Artifact(coordinate, jar)));
        for (var other : needed) {
            published.get(other).stream()
                    .filter(artifact -> !artifacts.contains(artifact))
                    .forEach(artifacts::add);
        }
        published.put(coordinate, artifacts);
        return this;
    }

    @Override
    public Map<Coordinate, List<Artifact>> resolve(List<Coordinate> plugins) {
        var resolved = new LinkedHashMap<Coordinate, List<Artifact>>();
        for (var plugin : plugins) {
            var artifacts = published.get(plugin.toString());
            if (artifacts == null) {
                throw new InputException(plugin + " was not found");
            }
            resolved.put(plugin, artifacts);
        }
        return resolved;
    }

    @Override
    public Map<Coordinate, List<String>> versions(List<Coordinate> plugins) {
        var versions = new LinkedHashMap<Coordinate, List<String>>();
        for (var plugin : plugins) {
            versions.put(
                    plugin,
                    published.keySet().stream()
                            .map(Coordinate::parse)
                            .filter(found -> found.name().equals(plugin.name()))
                            .map(Coordinate::version)
                            .toList());
        }
        return versions;
    }
}
