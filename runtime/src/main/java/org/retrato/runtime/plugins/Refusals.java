package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.BROKEN_PLUGIN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is refused, so that whatever is attempted here costs only itself; several threads may attempt. */
final class Refusals {

    private final List<Refusal> refusals = new ArrayList<>();

    /** Returns what the action returns, or nothing if it is refused or fails, which is noted. */
    <T> Optional<T> attempt(Path path, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (RefusedException refused) {
            add(path, refused);
        } catch (RuntimeException | Error unexpected) {
            add(
                    path,
                    new RefusedException(
                            BROKEN_PLUGIN,
                            "it cannot be loaded: " + Failure.describe(unexpected),
                            "ask its provider for a working version"));
        }
        return Optional.empty();
    }

    synchronized void add(Path path, RefusedException refused) {
        refusals.add(refused.of(path));
    }

    /** Returns all refusals, sorted by path; those of one path in the order in which they were noted. */
    List<Refusal> sorted() {
        return refusals.stream().sorted(Comparator.comparing(Refusal::path)).toList();
    }
}
