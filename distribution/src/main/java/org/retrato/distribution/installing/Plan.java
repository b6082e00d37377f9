package org.retrato.distribution.installing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.retrato.distribution.home.Lock;
import org.retrato.distribution.home.Lock.Entry;
import org.retrato.runtime.plugins.Candidate;

/**
 * Is what is to become of the plugins.
 *
 * @param added what comes in
 * @param kept what was to come in, and lies there already
 * @param removed the files and folders that go
 */
record Plan(Installed installed, List<Offer> added, Map<Offer, Candidate> kept, List<Path> removed) {

    /** Returns the plugins that stay as they are. */
    List<Candidate> left() {
        return installed.plugins().stream()
                .filter(plugin -> !removed.contains(plugin.path()))
                .toList();
    }

    /** Returns the plugins whose place another takes. */
    List<Candidate> replaced(Offer offer) {
        return installed.all(offer.id()).stream()
                .filter(plugin -> removed.contains(plugin.path()))
                .toList();
    }

    /** Returns the ids of which nothing is left. */
    List<String> gone() {
        var left = left().stream().map(Candidate::id).toList();
        return installed.plugins().stream()
                .map(Candidate::id)
                .filter(id -> !left.contains(id))
                .distinct()
                .toList();
    }

    /** Returns the ids of those that are left and cannot do without what is gone, or without one of these. */
    List<String> needing() {
        var missing = new ArrayList<>(gone());
        var needing = new ArrayList<String>();
        for (var found = true; found; ) {
            found = false;
            for (var plugin : left()) {
                if (!needing.contains(plugin.id())
                        && plugin.dependencies().stream()
                                .anyMatch(needed -> !needed.optional() && missing.contains(needed.id()))) {
                    needing.add(plugin.id());
                    missing.add(plugin.id());
                    found = true;
                }
            }
        }
        return needing;
    }

    /** Returns whether a plugin that lies there already comes into the lock. */
    boolean becomesListed(Candidate plugin) {
        return installed.lock().isPresent() && !installed.isListed(plugin);
    }

    /** Returns whether all is as it is to become. */
    boolean isDone() {
        return added.isEmpty() && removed.isEmpty() && kept.values().stream().noneMatch(this::becomesListed);
    }

    /** Prepares the change of the files. */
    void prepare(Change change) {
        for (var offer : added) {
            offer.files().forEach((path, part) -> change.add(part.jar(), path));
        }
        for (var plugin : removed) {
            change.remove(Installed.name(plugin));
        }
    }

    /**
     * Returns the lock that fits, unless the distribution has none or it is that already; it differs from the one before in what
     * is added, kept and removed alone.
     *
     * @param copies the folder with what is added
     */
    Optional<Lock> lock(Path copies) {
        return installed
                .lock()
                .map(before -> lock(before, copies))
                .filter(after -> !installed.lock().equals(Optional.of(after)));
    }

    private Lock lock(Lock before, Path copies) {
        var entries = new TreeMap<>(before.entries());
        for (var plugin : removed) {
            remove(entries, Installed.name(plugin));
        }
        for (var offer : added) {
            remove(entries, offer.name());
            offer.files().forEach((path, part) -> put(entries, "plugins/" + path, copies.resolve(path), part.source()));
        }
        kept.forEach((offer, plugin) -> {
            for (var jar : plugin.jars()) {
                put(entries, Installed.path(plugin, jar.path()), jar.path(), offer.source(jar.sha256()));
            }
        });
        return new Lock(entries);
    }

    private static void remove(Map<String, Entry> entries, String plugin) {
        entries.keySet()
                .removeIf(path -> path.equals("plugins/" + plugin) || path.startsWith("plugins/" + plugin + "/"));
    }

    private static void put(Map<String, Entry> entries, String path, Path jar, String source) {
        var sha256 = Offer.hash(jar);
        var before = entries.get(path);
        if (before == null || !before.sha256().equals(sha256)) {
            entries.put(path, new Entry(path, sha256, source));
        }
    }
}
