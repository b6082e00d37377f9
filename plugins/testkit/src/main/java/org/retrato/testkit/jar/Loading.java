package org.retrato.testkit.jar;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.exempt;
import static org.retrato.testkit.rule.Outcome.kept;

import java.lang.ref.WeakReference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retrato.testkit.rule.Outcome;

/** Loads a plugin twice, and unloads it. */
final class Loading {

    private static final int COLLECTIONS = 10;

    private Loading() {}

    static Outcome sideBySide(Archive plugin) {
        try (var first = plugin.open();
                var second = plugin.open()) {
            var components = plugin.in(first).orElseThrow().components();
            var again = plugin.in(second);
            if (again.isEmpty() || again.get().components().size() < components.size()) {
                var refusal = plugin.refusals(second).getFirst();
                return broken(
                        "loaded a second time: " + refusal.cause(),
                        "do not keep anything that there is only once in the Java process");
            }
            return again.get().components().stream().anyMatch(components::contains)
                    ? broken("both copies share classes", "bring all classes along")
                    : kept();
        }
    }

    static Outcome forgotten(Archive plugin) {
        var loader = unloaded(plugin);
        if (loader == null) {
            return exempt("it could be loaded only once");
        }
        for (var collection = 0; collection < COLLECTIONS && loader.get() != null; collection++) {
            System.gc();
        }
        return loader.get() == null
                ? kept()
                : broken(
                        "after %d garbage collections its classes are still in use".formatted(COLLECTIONS),
                        "start no threads, and leave no hooks, timers or thread-local values behind");
    }

    /** Loads the plugin, creates its components as the catalog does, and unloads it. */
    private static @Nullable WeakReference<ClassLoader> unloaded(Archive plugin) {
        try (var plugins = plugin.open()) {
            return plugin.in(plugins)
                    .map(accepted -> new WeakReference<>(
                            List.copyOf(accepted.components()).getFirst().getClassLoader()))
                    .orElse(null);
        }
    }
}
