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
import java.util.function.Consumer;

/** Lets candidates be accepted, each after those it depends on, and finds out who has to be refused. */
final class Dependencies {

    private final Map<String, Candidate> selected;
    private final NavigableSet<String> waiting;
    private final NavigableMap<String, Candidate> accepted = new TreeMap<>();
    private final Refusals refusals;

    private Dependencies(NavigableMap<String, Candidate> selected, Refusals refusals) {
        this.selected = selected;
        this.waiting = new TreeSet<>(selected.keySet());
        this.refusals = refusals;
    }

    /**
     * Returns the candidates that are accepted, sorted by id.
     *
     * @param selected one for each id
     * @param trial what a candidate whose dependencies are met has to pass; it throws where one does not
     */
    static List<Candidate> accept(
            NavigableMap<String, Candidate> selected, Consumer<Candidate> trial, Refusals refusals) {
        var dependencies = new Dependencies(selected, refusals);
        while (!dependencies.waiting.isEmpty()) {
            dependencies.next().forEach(candidate -> dependencies.accept(candidate, trial));
        }
        return List.copyOf(dependencies.accepted.values());
    }

    /** Returns the candidates whose turn it is, as they wait for no other; where all wait for others, there are cycles. */
    private List<Candidate> next() {
        var ready = waiting.stream().filter(this::isReady).toList();
        if (ready.isEmpty()) {
            refuseCycles();
        }
        ready.forEach(waiting::remove);
        return ready.stream().map(this::candidate).toList();
    }

    private void accept(Candidate candidate, Consumer<Candidate> trial) {
        refusals.attempt(candidate.path(), () -> {
                    check(candidate);
                    trial.accept(candidate);
                    return candidate;
                })
                .ifPresent(passed -> accepted.put(passed.id(), passed));
    }

    private boolean isReady(String id) {
        return waitingFor(id).isEmpty();
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

    /** Refuses a candidate if one that it depends on was not accepted. */
    private void check(Candidate candidate) {
        for (var dependency : candidate.dependencies()) {
            var other = accepted.get(dependency.id());
            if (other != null) {
                checkVersion(candidate, dependency, other);
            } else if (!dependency.optional()) {
                throw absent(candidate, dependency.id());
            }
        }
    }

    private static void checkVersion(Candidate candidate, Dependency dependency, Candidate other) {
        if (!Versions.satisfies(other.version(), dependency.requirement())) {
            throw new RefusedException(
                    UNMET_DEPENDENCY,
                    candidate.id() + " needs the plugin '" + other.id() + "' in version " + dependency.requirement()
                            + ", but it is there in version " + other.version(),
                    "install a version of '" + other.id() + "' that fits, or of " + candidate.id());
        }
    }

    private RefusedException absent(Candidate candidate, String id) {
        var other = selected.get(id);
        return other == null
                ? new RefusedException(
                        MISSING_DEPENDENCY,
                        candidate.id() + " needs the plugin '" + id + "', which was not found",
                        "install it; usable plugins are: " + String.join(", ", accepted.keySet()))
                : new RefusedException(
                        REFUSED_DEPENDENCY,
                        candidate.id() + " needs the plugin '" + id + "', which was refused",
                        "see what is said about " + other.path().getFileName());
    }

    private List<String> waitingFor(String id) {
        return candidate(id).dependencies().stream()
                .map(Dependency::id)
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
