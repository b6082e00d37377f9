package org.retrato.distribution.assembly;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.retrato.distribution.artifacts.Source;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.installing.Access;
import org.retrato.distribution.installing.Offer;
import org.retrato.distribution.installing.Sources;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Suggestion;
import org.retrato.runtime.plugins.Candidate;
import org.retrato.runtime.plugins.Dependency;
import org.retrato.runtime.plugins.Inspection;

/**
 * Is what goes into the folder of plugins.
 *
 * @param installed what the distribution that assembles has, as it is
 * @param offers what is taken from elsewhere
 * @param notes what was added that nobody named
 */
record PluginChoice(List<Candidate> installed, List<Offer> offers, List<String> notes) {

    /** Finds what a specification names, and what that needs. */
    static PluginChoice of(Home home, Specification specification, Source repositories) {
        var here = Access.reading(home, () -> Inspection.of(List.of(home.plugins())));
        var byId = here.accepted().stream()
                .collect(Collectors.toMap(Candidate::id, plugin -> plugin, (one, other) -> one, TreeMap::new));
        var offers = new Sources(repositories).offers(specification.taken());
        var offered = offers.stream().map(Offer::id).collect(Collectors.toSet());
        var ids = new LinkedHashSet<String>();
        for (var word : specification.installed()) {
            if (word.equals(Specification.ALL)) {
                byId.keySet().stream().filter(id -> !offered.contains(id)).forEach(ids::add);
            } else {
                ids.add(installed(word, byId, here, offered));
            }
        }
        var notes = new ArrayList<String>();
        addNeeded(ids, byId, offers, notes);
        return new PluginChoice(ids.stream().map(byId::get).toList(), offers, notes);
    }

    private static String installed(
            String id, NavigableMap<String, Candidate> byId, Inspection here, Set<String> offered) {
        if (offered.contains(id)) {
            throw new InputException("the plugin '" + id + "' is named twice: as it is installed, and from elsewhere;"
                    + " leave one of the two out");
        }
        if (!byId.containsKey(id)) {
            var refused = here.refused().isEmpty() ? "" : "; 'retrato doctor' says what is refused";
            throw new InputException("no plugin '" + id + "' is installed" + Suggestion.after(id, byId.keySet())
                    + "installed: " + String.join(", ", byId.keySet()) + refused
                    + "; from elsewhere, name it as ./" + id + ".jar or org.example:" + id + ":1.0.0");
        }
        return id;
    }

    /** Adds those that are installed, needed and not there, as long as there are any. */
    private static void addNeeded(
            Set<String> ids, Map<String, Candidate> byId, List<Offer> offers, List<String> notes) {
        while (true) {
            var there = Stream.concat(
                            ids.stream().map(byId::get), offers.stream().map(Offer::plugin))
                    .toList();
            var present = there.stream().map(Candidate::id).collect(Collectors.toSet());
            var added = there.stream()
                    .flatMap(plugin -> plugin.dependencies().stream()
                            .filter(dependency -> !dependency.optional() && !present.contains(dependency.id()))
                            .map(dependency -> needed(plugin, dependency, byId)))
                    .toList();
            if (added.isEmpty()) {
                return;
            }
            for (var plugin : added) {
                if (ids.add(plugin.id())) {
                    notes.add("with " + plugin.id() + " " + plugin.version() + ", which is needed and was not named");
                }
            }
        }
    }

    private static Candidate needed(Candidate plugin, Dependency dependency, Map<String, Candidate> byId) {
        var found = byId.get(dependency.id());
        if (found == null) {
            throw new InputException("the plugin '" + plugin.id() + "' needs the plugin '" + dependency.id()
                    + "', which is neither named nor installed; add to 'plugins' where it is to be taken from");
        }
        return found;
    }
}
