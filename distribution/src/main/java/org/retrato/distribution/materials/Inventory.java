package org.retrato.distribution.materials;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;

/**
 * Lists what runs in a distribution: the JARs of {@code lib/} and {@code plugins/}, and the Java that it brings along.
 *
 * @param materials the JARs sorted by path, then the Java
 */
record Inventory(List<Material> materials) {

    private static final String API = "retrato-api";

    Inventory {
        materials = List.copyOf(materials);
    }

    /** Reads the JARs that a lock lists. */
    static Inventory of(Home home, Lock lock) {
        var trees = new HashMap<String, DependencyTree>();
        var jars = lock.entries().values().stream()
                .filter(entry -> entry.path().startsWith(Material.LIBRARIES)
                        || entry.path().startsWith(Material.PLUGINS))
                .map(entry -> {
                    var jar = JarDescription.read(home.folder().resolve(entry.path()));
                    if (entry.path().startsWith(Material.PLUGINS)) {
                        return Material.plugin(entry, jar);
                    }
                    var folder = entry.path().substring(0, entry.path().lastIndexOf('/'));
                    var tree = trees.computeIfAbsent(
                            folder, _ -> DependencyTree.of(home.folder().resolve(folder)));
                    return Material.library(entry, jar, tree);
                });
        return new Inventory(Stream.concat(jars, BundledJava.of(home).stream()).toList());
    }

    /** Returns the paths of what each JAR needs, by its own path; for those JARs alone of which it is known. */
    SequencedMap<String, SortedSet<String>> needs() {
        var known =
                materials.stream().filter(material -> !material.id().isEmpty()).toList();
        var paths = known.stream()
                .collect(toMap(material -> scope(material) + material.id(), Material::path, (first, _) -> first));
        var needs = new TreeMap<String, SortedSet<String>>();
        for (var material : known) {
            var needed = new TreeSet<>(material.needs().stream()
                    .map(id -> paths.get(scope(material) + id))
                    .filter(Objects::nonNull)
                    .toList());
            if (material.isOfPlugin()) {
                needed.addAll(neededByPlugin(material));
            }
            needed.remove(material.path());
            needs.put(material.path(), needed);
        }
        return needs;
    }

    /** Returns the api, and the libraries that lie in its folder with it. */
    private List<String> neededByPlugin(Material plugin) {
        return materials.stream()
                .filter(other -> other.isOfPlugin()
                        ? other.id().isEmpty() && other.folder().equals(plugin.folder())
                        : other.name().equals(API))
                .map(Material::path)
                .toList();
    }

    /** Returns what no other needs: what the distribution itself chose. */
    List<String> roots() {
        var needed = needs().values().stream().flatMap(SortedSet::stream).toList();
        return materials.stream()
                .map(Material::path)
                .filter(path -> !needed.contains(path))
                .toList();
    }

    /** Returns where an id means something: in its folder of libraries, or among the plugins. */
    private static String scope(Material material) {
        return material.isOfPlugin() ? Material.PLUGINS : material.folder();
    }
}
