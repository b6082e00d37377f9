package org.retrato.distribution.installing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.plugins.Candidate;
import org.retrato.runtime.plugins.Versions;

/** Decides what becomes of the plugins when others are to come in. */
final class Decision {

    private final Installed installed;
    private final boolean forced;
    private final List<Offer> added = new ArrayList<>();
    private final Map<Offer, Candidate> kept = new LinkedHashMap<>();
    private final List<Path> removed = new ArrayList<>();

    private Decision(Installed installed, boolean forced) {
        this.installed = installed;
        this.forced = forced;
    }

    /**
     * Decides about each offer: it is there already, is new, or takes the place of another version.
     *
     * @param forced whether it may take the place of a newer version, or of other bytes of the same
     */
    static Plan of(Installed installed, List<Offer> offers, boolean forced) {
        var decision = new Decision(installed, forced);
        for (var offer : one(offers)) {
            if (offer.asked() || !decision.fits(offer.id(), offers)) {
                decision.decide(offer);
            }
        }
        return new Plan(installed, decision.added, decision.kept, decision.removed);
    }

    /** Returns one offer for each plugin: that which was asked for, else the newest. */
    private static Iterable<Offer> one(List<Offer> offers) {
        var byId = new LinkedHashMap<String, Offer>();
        for (var offer : offers) {
            byId.merge(offer.id(), offer, Decision::prevailing);
        }
        return byId.values();
    }

    private static Offer prevailing(Offer first, Offer second) {
        if (first.asked() && second.asked() && !first.hashes().equals(second.hashes())) {
            throw new InputException("%s and %s both hold the plugin '%s', of which there can be one; leave one out"
                    .formatted(first.source(), second.source(), first.id()));
        }
        if (first.asked() || second.asked()) {
            return first.asked() ? first : second;
        }
        return Versions.compare(first.version(), second.version()) >= 0 ? first : second;
    }

    /** Returns whether a plugin that others need is there in a version that suits them. */
    private boolean fits(String id, List<Offer> offers) {
        var found = installed.all(id);
        return found.size() == 1
                && offers.stream()
                        .flatMap(offer -> offer.plugin().dependencies().stream())
                        .filter(dependency -> dependency.id().equals(id))
                        .allMatch(dependency ->
                                Versions.satisfies(found.getFirst().version(), dependency.requirement()));
    }

    private void decide(Offer offer) {
        var twin = installed.all(offer.id()).stream().filter(offer::isSame).findFirst();
        twin.ifPresentOrElse(same -> kept.put(offer, same), () -> added.add(offer));
        for (var other : installed.all(offer.id())) {
            if (!twin.filter(other::equals).isPresent()) {
                requireOlder(other, offer);
                removed.add(other.path());
            }
        }
        if (twin.isEmpty()) {
            requireFree(offer);
        }
    }

    private void requireOlder(Candidate other, Offer offer) {
        var order = Versions.compare(other.version(), offer.version());
        if (forced || order < 0) {
            return;
        }
        throw new InputException(
                order > 0
                        ? "%s %s is installed, which is newer than %s; what was made with it may not come out the same with an"
                                        .formatted(other.id(), other.version(), offer)
                                + " older one; --force installs that nevertheless"
                        : "%s is installed, and %s holds other bytes, though a version is released but once;"
                                        .formatted(offer, offer.source())
                                + " find out whom to trust; --force takes this one");
    }

    /** Refuses to take the place of what is no plugin of this id. */
    private void requireFree(Offer offer) {
        var place = installed.home().plugins().resolve(offer.name());
        var replaced = removed.stream().map(Installed::name).anyMatch(offer.name()::equals);
        if (!forced && Files.exists(place) && !replaced) {
            throw new InputException(
                    place + " is in the way, which is not " + offer.id() + "; remove it, or --force does so");
        }
    }
}
