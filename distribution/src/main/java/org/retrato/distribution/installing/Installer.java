package org.retrato.distribution.installing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.retrato.distribution.artifacts.Source;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Suggestion;

/** Changes which plugins a distribution has, and returns lines that tell what was done. */
public final class Installer {

    private final Home home;

    /** Prepares to change the plugins of a distribution. */
    public Installer(Home home) {
        this.home = home;
    }

    /**
     * Installs all of the plugins or none.
     *
     * @param words files, folders, coordinates in Maven repositories
     * @param forced whether one may take the place of a newer version, or of other bytes of the same version
     * @throws InputException if one of them cannot be had, or would not work, or another would not any more
     */
    public List<String> install(List<String> words, Source repositories, boolean forced) {
        return install(new Sources(repositories).offers(words), forced);
    }

    /** Installs all of the offers or none. */
    public List<String> install(List<Offer> offers, boolean forced) {
        try (var access = Access.changing(home)) {
            var plan = Decision.of(Installed.of(home), offers, forced);
            return new Account(plan).installed(carryOut(plan, access));
        }
    }

    /**
     * Installs the newest versions, that fit together with all others, of plugins that were taken from Maven repositories.
     *
     * @param ids of which plugins; of all, if there are none
     * @param rehearsed whether it is only told what would be done
     */
    public List<String> update(List<String> ids, Source repositories, boolean rehearsed) {
        var installed = Access.reading(home, () -> Installed.of(home));
        if (installed.lock().isEmpty()) {
            throw new InputException(
                    "there is no retrato.lock, which says where plugins were taken from; name the version that"
                            + " you want, as 'retrato plugins install org.example:brushes:1.2.0'");
        }
        var plugins = ids.isEmpty()
                ? installed.plugins()
                : ids.stream()
                        .flatMap(id -> required(id, installed.all(id), installed).stream())
                        .toList();
        var updates = new Updates(installed, plugins, repositories);
        var lines = new ArrayList<>(updates.lines());
        if (!rehearsed && !updates.offers().isEmpty()) {
            lines.addAll(install(updates.offers(), false));
        }
        return lines;
    }

    /**
     * Removes all of the plugins or none.
     *
     * @param names ids, or the names of files that are no plugins
     * @throws InputException if one is not there, or another needs it
     */
    public List<String> remove(List<String> names) {
        try (var access = Access.changing(home)) {
            var installed = Installed.of(home);
            var removed = names.stream()
                    .flatMap(name -> required(name, installed.named(name), installed).stream())
                    .distinct()
                    .toList();
            var plan = new Plan(installed, List.of(), Map.of(), removed);
            requireUnneeded(plan);
            carryOut(plan, access);
            return new Account(plan).removed(Settings.of(home));
        }
    }

    private static <T> List<T> required(String name, List<T> found, Installed installed) {
        if (found.isEmpty()) {
            var names = installed.names();
            throw new InputException("there is no plugin '" + name + "'" + Suggestion.after(name, names) + "installed: "
                    + (names.isEmpty() ? "none" : String.join(", ", names)));
        }
        return found;
    }

    private static void requireUnneeded(Plan plan) {
        var needing = plan.needing();
        if (!needing.isEmpty()) {
            var gone = plan.gone();
            throw new InputException("%s cannot go without %s; remove all: retrato plugins remove %s %s"
                    .formatted(
                            String.join(", ", gone),
                            String.join(", ", needing),
                            String.join(" ", gone),
                            String.join(" ", needing)));
        }
    }

    private List<Entry> carryOut(Plan plan, Access access) {
        if (plan.isDone()) {
            return List.of();
        }
        try (var change = Change.prepare(home, new Disk())) {
            plan.prepare(change);
            var entries = Admission.check(plan, change.added());
            plan.lock(change.added()).ifPresent(change::lock);
            access.carryOut(change);
            return entries;
        }
    }
}
