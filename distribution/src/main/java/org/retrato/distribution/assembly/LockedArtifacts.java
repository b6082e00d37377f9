package org.retrato.distribution.assembly;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.retrato.distribution.artifacts.Artifact;
import org.retrato.distribution.artifacts.Coordinate;
import org.retrato.distribution.artifacts.Source;
import org.retrato.distribution.home.Lock;
import org.retrato.runtime.plugins.Dependency;
import org.retrato.runtime.plugins.Inspection;

/**
 * Takes what a lock lists from a cache, and asks repositories for the rest.
 *
 * @param lock what was taken before
 * @param repositories who is asked for what is not kept
 */
record LockedArtifacts(Lock lock, JarCache cache, Source repositories) implements Source {

    static boolean isCoordinate(String source) {
        return source.contains(":");
    }

    @Override
    public Map<Coordinate, List<Artifact>> resolve(List<Coordinate> plugins) {
        var resolved = new LinkedHashMap<Coordinate, List<Artifact>>();
        for (var plugin : plugins) {
            kept(plugin).ifPresent(artifacts -> resolved.put(plugin, artifacts));
        }
        var rest =
                plugins.stream().filter(plugin -> !resolved.containsKey(plugin)).toList();
        if (!rest.isEmpty()) {
            resolved.putAll(repositories.resolve(rest));
        }
        return resolved;
    }

    @Override
    public Map<Coordinate, List<String>> versions(List<Coordinate> plugins) {
        return repositories.versions(plugins);
    }

    /** Returns a plugin, its libraries, and the plugins that it needs, if all are kept. */
    private Optional<List<Artifact>> kept(Coordinate plugin) {
        var all = new LinkedHashMap<String, Artifact>();
        return entry(plugin.toString()).filter(root -> collect(root, all)).map(_ -> List.copyOf(all.values()));
    }

    private boolean collect(Lock.Entry plugin, Map<String, Artifact> all) {
        if (all.containsKey(plugin.source())) {
            return true;
        }
        for (var entry : together(plugin)) {
            var jar = cache.get(entry.sha256());
            if (jar.isEmpty() || !isCoordinate(entry.source())) {
                return false;
            }
            all.put(entry.source(), new Artifact(entry.source(), jar.get()));
        }
        return Inspection.ofOne(cache.get(plugin.sha256()).orElseThrow()).accepted().stream()
                .flatMap(candidate -> candidate.dependencies().stream())
                .map(Dependency::id)
                .map(this::withId)
                .allMatch(needed -> needed.isEmpty() || collect(needed.get(), all));
    }

    /** Returns the entry of a plugin, and then those of its libraries, which lie in one folder with it. */
    private List<Lock.Entry> together(Lock.Entry plugin) {
        var folder = plugin.path().substring(0, plugin.path().lastIndexOf('/') + 1);
        return folder.equals("plugins/")
                ? List.of(plugin)
                : Stream.concat(
                                Stream.of(plugin),
                                lock.entries().values().stream()
                                        .filter(entry -> entry.path().startsWith(folder) && !entry.equals(plugin)))
                        .toList();
    }

    private Optional<Lock.Entry> entry(String source) {
        return lock.entries().values().stream()
                .filter(entry ->
                        entry.path().startsWith("plugins/") && entry.source().equals(source))
                .findFirst();
    }

    private Optional<Lock.Entry> withId(String id) {
        return lock.entries().values().stream()
                .filter(entry -> entry.path().startsWith("plugins/") && isCoordinate(entry.source()))
                .filter(entry -> cache.get(entry.sha256())
                        .filter(jar -> isPlugin(jar, id))
                        .isPresent())
                .findFirst();
    }

    private static boolean isPlugin(Path jar, String id) {
        return Inspection.ofOne(jar).accepted().stream()
                .anyMatch(candidate -> candidate.id().equals(id));
    }
}
