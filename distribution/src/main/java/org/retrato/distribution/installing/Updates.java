package org.retrato.distribution.installing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.retrato.distribution.artifacts.Coordinate;
import org.retrato.distribution.artifacts.Source;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.plugins.Candidate;
import org.retrato.runtime.plugins.Refusal;
import org.retrato.runtime.plugins.Versions;

/** Finds the newest versions, of plugins that were taken from Maven repositories, that fit together with all others. */
final class Updates {

    private final Installed installed;
    private final Sources sources;
    private final List<String> lines = new ArrayList<>();

    /** What could take the place of a plugin, the newest first. */
    private final Map<Candidate, List<Coordinate>> newer = new LinkedHashMap<>();

    /** What is to be said against versions that do not fit. */
    private final Map<Coordinate, String> objections = new HashMap<>();

    private final Map<Candidate, Coordinate> chosen;

    /** Finds updates of some plugins. */
    Updates(Installed installed, List<Candidate> plugins, Source repositories) {
        this.installed = installed;
        this.sources = new Sources(repositories);
        ask(plugins, repositories);
        this.chosen = choose();
        newer.forEach(this::tell);
    }

    /** Returns what is to be installed. */
    List<Offer> offers() {
        return offers(chosen.values());
    }

    /** Returns what was found, for people. */
    List<String> lines() {
        return lines;
    }

    private void ask(List<Candidate> plugins, Source repositories) {
        var coordinates = new LinkedHashMap<Candidate, Coordinate>();
        for (var plugin : plugins) {
            var source = installed.source(plugin);
            if (source.split(":", -1).length == 3) {
                coordinates.put(plugin, Coordinate.parse(source));
            } else {
                lines.add("fixed      " + plugin
                        + (source.isEmpty() ? ": nobody noted where it was taken from" : " was taken from " + source)
                        + "; 'retrato plugins install' takes a newer one from there");
            }
        }
        if (!coordinates.isEmpty()) {
            var versions = repositories.versions(List.copyOf(coordinates.values()));
            coordinates.forEach((plugin, from) ->
                    newer.put(plugin, newer(from, versions.getOrDefault(from, List.of()))));
        }
    }

    /** Returns the versions after one; those before a release, as {@code 2.0.0-beta.1}, only for who has such a one. */
    private static List<Coordinate> newer(Coordinate from, List<String> versions) {
        return versions.subList(versions.indexOf(from.version()) + 1, versions.size()).reversed().stream()
                .filter(version -> isRelease(version) || !isRelease(from.version()))
                .filter(version -> !isOlder(version, from.version()))
                .map(version -> new Coordinate(from.group(), from.artifact(), version))
                .toList();
    }

    private static boolean isRelease(String version) {
        return !version.contains("-");
    }

    private static boolean isOlder(String version, String other) {
        return Versions.isVersion(version) && Versions.isVersion(other) && Versions.compare(version, other) <= 0;
    }

    /** Chooses the newest of all if they fit; otherwise so that none could be newer while the others are as they are. */
    private Map<Candidate, Coordinate> choose() {
        var choice = new LinkedHashMap<Candidate, Coordinate>();
        newer.forEach(
                (plugin, versions) -> versions.stream().findFirst().ifPresent(first -> choice.put(plugin, first)));
        if (objection(choice).isPresent()) {
            choice.clear();
            for (var better = true; better; ) {
                better = false;
                for (var plugin : newer.keySet()) {
                    better |= improve(plugin, choice);
                }
            }
        }
        return choice;
    }

    private boolean improve(Candidate plugin, Map<Candidate, Coordinate> choice) {
        var before = choice.get(plugin);
        for (var version : newer.getOrDefault(plugin, List.of())) {
            if (version.equals(before)) {
                return false;
            }
            choice.put(plugin, version);
            var objection = objection(choice);
            if (objection.isEmpty()) {
                return true;
            }
            objections.put(version, objection.get());
            if (before == null) {
                choice.remove(plugin);
            } else {
                choice.put(plugin, before);
            }
        }
        return false;
    }

    /** Returns why versions would not fit with all that stays. */
    private Optional<String> objection(Map<Candidate, Coordinate> choice) {
        try {
            var plan = Decision.of(installed, offers(choice.values()), false);
            try (var rehearsal =
                    Rehearsal.of(plan.left().stream().map(Candidate::path).toList())) {
                plan.added().forEach(rehearsal::add);
                return Admission.firstNew(
                                plan, rehearsal.inspect(installed.policy()).refused(), installed.refused())
                        .map(Refusal::cause);
            }
        } catch (InputException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private List<Offer> offers(Collection<Coordinate> versions) {
        return sources.offers(versions.stream().map(Coordinate::toString).toList());
    }

    private void tell(Candidate plugin, List<Coordinate> versions) {
        var choice = chosen.get(plugin);
        versions.stream()
                .takeWhile(version -> !version.equals(choice))
                .forEach(version -> lines.add("left out   " + plugin.id() + " " + version.version() + ": "
                        + objections.getOrDefault(version, "it does not fit")));
        lines.add(choice == null ? "newest     " + plugin : "update     " + plugin + " → " + choice.version());
    }
}
