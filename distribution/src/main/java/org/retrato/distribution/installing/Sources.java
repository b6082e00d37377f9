package org.retrato.distribution.installing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.jar.JarFile;
import org.retrato.distribution.artifacts.Artifact;
import org.retrato.distribution.artifacts.Coordinate;
import org.retrato.distribution.artifacts.Source;
import org.retrato.distribution.installing.Offer.Part;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.plugins.Candidate;
import org.retrato.runtime.plugins.Inspection;

/** Finds the plugins that users name: in files, in folders of JARs, in Maven repositories. */
public final class Sources {

    private final Source repositories;
    private final Map<Coordinate, List<Artifact>> resolved = new HashMap<>();

    /** Asks repositories for what is no file. */
    public Sources(Source repositories) {
        this.repositories = repositories;
    }

    /** Returns what is named, and the plugins of repositories that it needs; one that is named twice, once. */
    public List<Offer> offers(List<String> words) {
        resolve(words.stream()
                .filter(word -> !isFile(word))
                .map(Sources::coordinate)
                .toList());
        var offers = new LinkedHashMap<String, Offer>();
        for (var word : words) {
            if (isFile(word)) {
                offers.put(word, offer(Path.of(word)));
            } else {
                collect(coordinate(word), true, offers);
            }
        }
        return List.copyOf(offers.values());
    }

    private static boolean isFile(String word) {
        try {
            return Files.exists(Path.of(word));
        } catch (InvalidPathException _) { // on some systems, anything with a colon
            return false;
        }
    }

    private static Coordinate coordinate(String word) {
        if (!word.contains(":")) {
            throw new InputException(
                    word + " does not exist; name a JAR, a folder with a JAR and its libraries, or a plugin in"
                            + " Maven repositories, as org.example:brushes:1.2.0");
        }
        return Coordinate.parse(word);
    }

    private static Offer offer(Path file) {
        var plugin = read(file);
        var source = Installed.name(file.toAbsolutePath().normalize());
        var parts =
                plugin.jars().stream().map(jar -> new Part(jar.path(), source)).toList();
        return new Offer(plugin, parts, true);
    }

    private void collect(Coordinate coordinate, boolean asked, SequencedMap<String, Offer> offers) {
        var artifacts = resolve(coordinate);
        var root = artifacts.getFirst();
        var libraries = new ArrayList<>(artifacts);
        var plugins = new ArrayList<Coordinate>();
        for (var artifact : artifacts.subList(1, artifacts.size())) {
            if (isPlugin(artifact.file())) {
                var plugin = Coordinate.parse(artifact.coordinate());
                plugins.add(plugin);
                libraries.removeAll(resolve(plugin)); // what a plugin brings along, those that need it see
            }
        }
        var parts = libraries.stream()
                .map(library -> new Part(library.file(), library.coordinate()))
                .toList();
        offers.put(root.coordinate(), new Offer(read(root.file()), parts, asked));
        plugins.forEach(plugin -> {
            if (!offers.containsKey(plugin.toString())) {
                collect(plugin, false, offers);
            }
        });
    }

    private List<Artifact> resolve(Coordinate coordinate) {
        resolve(List.of(coordinate));
        return resolved.getOrDefault(coordinate, List.of());
    }

    private void resolve(List<Coordinate> coordinates) {
        var missing = coordinates.stream()
                .filter(coordinate -> !resolved.containsKey(coordinate))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            resolved.putAll(repositories.resolve(missing));
        }
    }

    private static boolean isPlugin(Path jar) {
        if (!Inspection.ofOne(jar).accepted().isEmpty()) {
            return true;
        }
        try (var file = new JarFile(jar.toFile())) { // one that is refused should not pass for a library
            var manifest = file.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue("Plugin-Id") != null;
        } catch (IOException _) {
            return false;
        }
    }

    /** Reads what a plugin says about itself; one that would be refused wherever it lies is refused here. */
    private static Candidate read(Path plugin) {
        var inspection = Inspection.ofOne(plugin);
        return inspection.accepted().stream()
                .findFirst()
                .orElseThrow(() -> Admission.refused(inspection.refused().getFirst()));
    }
}
