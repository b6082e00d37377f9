package org.retrato.runtime.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Accounts for what lies in folders of plugins as {@link Plugins#open} would, from what the files say about themselves: no
 * class is loaded, and nothing of a plugin runs. What shows only then is not known: whether the declared components work.
 *
 * @param accepted the candidates that fit together, sorted by id
 * @param refused why others do not, sorted by path
 */
public record Inspection(List<Candidate> accepted, List<Refusal> refused) {

    public Inspection {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    /**
     * Inspects all plugins in folders.
     *
     * @param folders where to look; of two plugins with the same id, that of the earlier folder wins
     * @throws IllegalArgumentException if one of the folders does not exist
     */
    public static Inspection of(List<Path> folders) {
        return of(folders, Policy.open());
    }

    /**
     * Inspects all plugins in folders as a policy would have them: signed, if it says so.
     *
     * @param folders where to look; of two plugins with the same id, that of the earlier folder wins
     * @throws IllegalArgumentException if one of the folders does not exist
     */
    public static Inspection of(List<Path> folders, Policy policy) {
        var refusals = new Refusals();
        var candidates = new Candidates(policy, refusals);
        var found = Folder.existing(folders).stream().map(candidates::readAll).toList();
        var layers = new Layers(Set.of());
        var accepted =
                Dependencies.accept(Selection.of(found, refusals), candidate -> link(layers, candidate), refusals);
        return new Inspection(accepted, refusals.sorted());
    }

    /** Inspects one JAR, or one folder of JARs, wherever it is; whether the plugins are there that it needs is not checked. */
    public static Inspection ofOne(Path candidate) {
        var refusals = new Refusals();
        var read = refusals.attempt(candidate, () -> Candidate.read(candidate, Policy.open()));
        return new Inspection(read.stream().toList(), refusals.sorted());
    }

    /** Links a module as if its classes were to be loaded, which none is: so its layer is one that Java accepts. */
    private static void link(Layers layers, Candidate candidate) {
        var module = candidate.main().module();
        if (module != null) {
            layers.define(candidate, module.descriptor());
        }
    }
}
