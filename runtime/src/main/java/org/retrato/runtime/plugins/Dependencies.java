package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.DEPENDENCY_CYCLE;
import static org.retrato.runtime.plugins.Problem.MISSING_DEPENDENCY;
import static org.retrato.runtime.plugins.Problem.REFUSED_DEPENDENCY;
import static org.retrato.runtime.plugins.Problem.UNMET_DEPENDENCY;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pf4j.PluginDependency;

/** Orders candidates so that each comes after those it depends on, and finds out who has to be refused. */
final class Dependencies {

    private final Map<String, Candidate> selected;
    private final NavigableSet<String> waiting;
    private final Refusals refusals;

    Dependencies(NavigableMap<String, Candidate> selected, Refusals refusals) {
        this.selected = selected;
        this.waiting = new TreeSet<>(selected.keySet());
        this.refusals = refusals;
    }

    /** Returns the candidates whose turn it is, as they wait for no other; none when all had their turn. */
    List<Candidate> next() {
        if (ready().isEmpty()) {
            refuseCycles();
        }
        var ready = ready();
        ready.forEach(waiting::remove);
        return ready.stream().map(this::candidate).toList();
    }

    private List<String> ready() {
        return waiting.stream().filter(id -> waitingFor(id).isEmpty()).toList();
    }

    private Candidate candidate(String id) {
        return Objects.requireNonNull(selected.get(id));
    }

    private void refuseCycles() {
        var cycles = new TreeMap<String, String>();
        for (var id : waiting) {
            cycle(id).ifPresent(cycle -> cycles.put(id, cycle));
        }
        waiting.removeAll(cycles.keySet());
        cycles.forEach((id, cycle) -> refusals.add(
                candidate(id).path(),
                new RefusedException(
                        DEPENDENCY_CYCLE,
                        "it depends on itself: " + cycle,
                        "ask the providers to remove one of these dependencies")));
    }

    /** Refuses a candidate if a plugin that it depends on is not among those that were accepted. */
    void check(Candidate candidate, Map<String, Plugin> accepted) {
        for (var dependency : candidate.dependencies()) {
            var plugin = accepted.get(dependency.getPluginId());
            if (plugin != null) {
                checkVersion(candidate, dependency, plugin);
            } else if (!dependency.isOptional()) {
                throw absent(candidate, dependency, accepted.keySet());
            }
        }
    }

    private static void checkVersion(Candidate candidate, PluginDependency dependency, Plugin plugin) {
        var requirement = dependency.getPluginVersionSupport();
        if (!Versions.satisfies(plugin.version(), requirement)) {
            throw new RefusedException(
                    UNMET_DEPENDENCY,
                    candidate.id() + " needs the plugin '" + plugin.id() + "' in version " + requirement
                            + ", but it is there in version " + plugin.version(),
                    "install a version of '" + plugin.id() + "' that fits, or of " + candidate.id());
        }
    }

    private RefusedException absent(Candidate candidate, PluginDependency dependency, Set<String> accepted) {
        var id = dependency.getPluginId();
        var other = selected.get(id);
        return other == null
                ? new RefusedException(
                        MISSING_DEPENDENCY,
                        candidate.id() + " needs the plugin '" + id + "', which was not found",
                        "install it; usable plugins are: " + String.join(", ", accepted))
                : new RefusedException(
                        REFUSED_DEPENDENCY,
                        candidate.id() + " needs the plugin '" + id + "', which was refused",
                        "see what is said about " + other.path().getFileName());
    }

    private List<String> waitingFor(String id) {
        return candidate(id).dependencies().stream()
                .map(PluginDependency::getPluginId)
                .filter(waiting::contains)
                .toList();
    }

    private Optional<String> cycle(String id) {
        var path = new ArrayDeque<String>();
        return leads(id, id, path, new HashSet<>()) ? Optional.of(String.join(" -> ", path)) : Optional.empty();
    }

    private boolean leads(String from, String to, Deque<String> path, Set<String> seen) {
        path.addLast(from);
        for (var next : waitingFor(from)) {
            if (next.equals(to)) {
                path.addLast(to);
                return true;
            }
            if (seen.add(next) && leads(next, to, path, seen)) {
                return true;
            }
        }
        path.removeLast();
        return false;
    }
}
