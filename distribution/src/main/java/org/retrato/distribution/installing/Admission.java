package org.retrato.distribution.installing;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.plugins.Candidate;
import org.retrato.runtime.plugins.LoadReport;
import org.retrato.runtime.plugins.Policy;
import org.retrato.runtime.plugins.Refusal;
import org.retrato.testkit.conformance.Conformance;
import org.retrato.testkit.rule.Outcome.Broken;

/**
 * Finds out whether the plugins would work as a plan leaves them: first by reading, then, if any are added, by loading copies of
 * them.
 */
final class Admission {

    private final Plan plan;
    private final Path added;
    private final Policy policy;

    private Admission(Plan plan, Path added) {
        this.plan = plan;
        this.added = added;
        this.policy = plan.installed().policy();
    }

    /**
     * Returns what the plugins provide then.
     *
     * @param added the folder with what is added
     * @throws InputException if one that is added, or that worked before, would be refused
     */
    static List<Entry> check(Plan plan, Path added) {
        return new Admission(plan, added).check();
    }

    private List<Entry> check() {
        try (var all = Rehearsal.of(paths(plugin -> true))) {
            requireKnown(all.inspect(policy).refused(), plan.installed().refused());
        }
        if (plan.added().isEmpty()) {
            return List.of();
        }
        try (var rehearsal = Rehearsal.of(paths(plan.installed()::mayRun))) {
            var plugins = rehearsal.inspect(policy).accepted();
            plan.added().forEach(offer -> requireRules(offer, plugins));
            try (var loaded = rehearsal.load(policy)) {
                requireNoOther(loaded.report());
                return Catalog.of(loaded.plugins()).entries();
            }
        }
    }

    private List<Path> paths(Predicate<Candidate> which) {
        return Stream.concat(
                        plan.left().stream().filter(which).map(Candidate::path),
                        plan.added().stream().map(offer -> added.resolve(offer.name())))
                .toList();
    }

    /** Refuses what only loading tells, as a class that a newer version of another plugin has no more. */
    private void requireNoOther(LoadReport now) {
        if (now.refused().isEmpty()) {
            return;
        }
        var installed = plan.installed();
        var paths = installed.plugins().stream()
                .filter(installed::mayRun)
                .map(Candidate::path)
                .toList();
        try (var rehearsal = Rehearsal.of(paths);
                var before = rehearsal.load(policy)) {
            requireKnown(now.refused(), before.report().refused());
        }
    }

    private void requireKnown(List<Refusal> now, List<Refusal> before) {
        var refusal = firstNew(plan, now, before);
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
    }

    /** Returns the first that would be refused, of what is added, and of what was not refused before. */
    static Optional<Refusal> firstNew(Plan plan, List<Refusal> now, List<Refusal> before) {
        var known = before.stream().map(Admission::name).collect(Collectors.toSet());
        plan.added().forEach(offer -> known.remove(offer.name()));
        return now.stream().filter(refusal -> !known.contains(name(refusal))).findFirst();
    }

    private static String name(Refusal refusal) {
        return Installed.name(refusal.path());
    }

    /** Tells that a plugin would be refused, why, and what to do. */
    static InputException refused(Refusal refusal) {
        return new InputException(name(refusal) + " would be refused ["
                + refusal.problem().code() + "]: " + refusal.cause() + "; " + refusal.remedy());
    }

    private void requireRules(Offer offer, List<Candidate> all) {
        var needed = needed(offer.plugin(), all, new LinkedHashSet<>()).stream()
                .map(Candidate::path)
                .toList();
        try (var others = Rehearsal.of(needed)) {
            var report = Conformance.packaging(added.resolve(offer.name()), List.of(others.folder()), policy);
            for (var finding : report.findings()) {
                if (finding.fails() && finding.outcome() instanceof Broken(var value, var remedy)) {
                    throw new InputException("%s breaks the rule %s: %s; what to do: %s"
                            .formatted(offer, finding.rule(), value, remedy));
                }
            }
        }
    }

    /** Returns the plugins that one needs, and those that these need. */
    private static Set<Candidate> needed(Candidate plugin, List<Candidate> all, Set<Candidate> needed) {
        for (var dependency : plugin.dependencies()) {
            for (var other : all) {
                if (other.id().equals(dependency.id()) && needed.add(other)) {
                    needed(other, all, needed);
                }
            }
        }
        return needed;
    }
}
