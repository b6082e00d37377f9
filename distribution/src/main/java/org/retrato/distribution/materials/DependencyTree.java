package org.retrato.distribution.materials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.retrato.distribution.json.JsonValue;

/** Holds what Maven knows of the libraries that it put into a folder: it left its tree of dependencies there. */
final class DependencyTree {

    private static final String FILE = "dependencies.json";

    /** By the names of files. */
    private final Map<String, Coordinates> artifacts = new HashMap<>();

    private final Map<String, List<String>> needs = new HashMap<>();

    private DependencyTree() {}

    /** Reads the tree in a folder; it is empty where there is none. */
    static DependencyTree of(Path folder) {
        var tree = new DependencyTree();
        var file = folder.resolve(FILE);
        if (Files.exists(file)) {
            tree.add(JsonValue.read(file));
        }
        return tree;
    }

    /** Adds a branch; what stands in several places has its own branches in one of them. */
    private void add(JsonValue branch) {
        var children = branch.get("children").elements();
        var name = artifact(branch).fileName();
        artifacts.put(name, artifact(branch));
        if (!children.isEmpty() || !needs.containsKey(name)) {
            needs.put(
                    name,
                    children.stream().map(child -> artifact(child).fileName()).toList());
        }
        children.forEach(this::add);
    }

    private static Coordinates artifact(JsonValue branch) {
        return new Coordinates(
                branch.get("groupId").text(),
                branch.get("artifactId").text(),
                branch.get("version").text(),
                branch.get("classifier").text());
    }

    /** Returns what a file of that name is. */
    Optional<Coordinates> artifact(String fileName) {
        return Optional.ofNullable(artifacts.get(fileName));
    }

    /** Returns the names of the files that one needs, of which some may not be in the folder. */
    List<String> needs(String fileName) {
        return needs.getOrDefault(fileName, List.of());
    }
}
