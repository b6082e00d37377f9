package org.retrato.distribution.installing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.retrato.distribution.home.Settings;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.plugins.Candidate;

/** Tells people what was done with the plugins. */
final class Account {

    private static final String MARGIN = " ".repeat(11);

    private final Plan plan;
    private final List<String> lines = new ArrayList<>();

    Account(Plan plan) {
        this.plan = plan;
    }

    /**
     * Returns what was installed.
     *
     * @param entries what the plugins provide now
     */
    List<String> installed(List<Entry> entries) {
        plan.kept().forEach(this::addKept);
        for (var offer : plan.added()) {
            add(offer);
            lines.add(MARGIN + "provides " + provided(offer, entries));
        }
        addAmbiguous(entries);
        return lines;
    }

    private void addKept(Offer offer, Candidate plugin) {
        var path = Installed.path(plugin.path());
        var listed = plan.becomesListed(plugin) ? "; retrato.lock lists it now" : "";
        lines.add("unchanged  " + offer + " is there already, as " + path + listed);
    }

    private void add(Offer offer) {
        var before = plan.replaced(offer).stream().map(Candidate::version).collect(joining(" and "));
        lines.add("installed  " + offer
                + (before.isEmpty() ? "" : " in the place of " + before)
                + (offer.asked() ? "" : ", which is needed"));
        offer.files().forEach((path, part) -> {
            var file = plan.installed().home().plugins().resolve(path);
            lines.add(MARGIN
                    + String.format(
                            Locale.ROOT,
                            "plugins/%s, %,d bytes, from %s",
                            path,
                            file.toFile().length(),
                            part.source()));
            lines.add(MARGIN + "sha256 " + Offer.hash(file));
        });
    }

    private static String provided(Offer offer, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.plugin().id().equals(offer.id()))
                .collect(groupingBy(Entry::kind, LinkedHashMap::new, mapping(Entry::name, joining(", "))))
                .entrySet()
                .stream()
                .map(named -> named.getKey() + " " + named.getValue())
                .collect(joining("; "));
    }

    /** Adds which plain names are no longer enough. */
    private void addAmbiguous(List<Entry> entries) {
        var namesakes = entries.stream()
                .collect(groupingBy(entry -> entry.kind() + " '" + entry.name() + "'", LinkedHashMap::new, toList()));
        namesakes.forEach((name, several) -> {
            if (several.size() > 1 && several.stream().anyMatch(this::isAdded)) {
                lines.add("note: there is more than one " + name + " now; write "
                        + several.stream().map(Entry::qualifiedName).collect(joining(" or ")));
            }
        });
    }

    private boolean isAdded(Entry entry) {
        return plan.added().stream()
                .anyMatch(offer -> offer.id().equals(entry.plugin().id()));
    }

    /** Returns what was removed. */
    List<String> removed(Settings settings) {
        var style = settings.styles().getFirst();
        plan.removed().forEach(path -> lines.add("removed    " + Installed.path(path)));
        if (plan.gone().stream().anyMatch(id -> style.startsWith(id + ":"))) {
            lines.add("note: 'retrato paint' began with the style " + style
                    + ", which is gone; name another with --style, or install a plugin that provides it");
        }
        return lines;
    }
}
