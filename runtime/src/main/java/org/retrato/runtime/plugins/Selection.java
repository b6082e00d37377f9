package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.DUPLICATE_ID;
import static org.retrato.runtime.plugins.Problem.SHADOWED;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decides who gets an id: the first folder that has exactly one candidate for it, whatever the age of the files. */
final class Selection {

    private final NavigableMap<String, Candidate> selected = new TreeMap<>();
    private final Refusals refusals;

    private Selection(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Returns the candidates that get their id, sorted by it, and refuses the others. */
    static NavigableMap<String, Candidate> of(List<List<Candidate>> folders, Refusals refusals) {
        var selection = new Selection(refusals);
        for (var folder : folders) {
            folder.stream()
                    .collect(Collectors.groupingBy(Candidate::id, TreeMap::new, Collectors.toList()))
                    .forEach(selection::select);
        }
        return selection.selected;
    }

    private void select(String id, List<Candidate> sameId) {
        var winner = selected.get(id);
        if (winner == null && sameId.size() == 1) {
            selected.put(id, sameId.getFirst());
            return;
        }
        for (var candidate : sameId) {
            refusals.add(candidate.path(), winner == null ? duplicate(id, sameId) : shadowed(id, winner));
        }
    }

    private static RefusedException duplicate(String id, List<Candidate> sameId) {
        var names = sameId.stream()
                .map(candidate -> candidate.path().getFileName().toString())
                .collect(Collectors.joining(" and "));
        return new RefusedException(
                DUPLICATE_ID, "the id '" + id + "' is that of " + names + " in the same folder", "remove all but one");
    }

    private static RefusedException shadowed(String id, Candidate winner) {
        return new RefusedException(
                SHADOWED,
                "the id '" + id + "' is that of " + winner.path() + ", whose folder comes first",
                "remove one of them");
    }
}
