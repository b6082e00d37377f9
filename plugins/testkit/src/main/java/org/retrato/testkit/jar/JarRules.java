package org.retrato.testkit.jar;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.exempt;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.plugins.Problem;
import org.retrato.runtime.plugins.Refusal;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Rule;

/** Lists the rules for packaged plugins. */
public final class JarRules {

    private static final Set<Problem> FILES = EnumSet.range(Problem.NOT_A_JAR, Problem.UNREADABLE);
    private static final Set<Problem> DESCRIPTOR = EnumSet.range(Problem.MISSING_ID, Problem.INVALID_MODULE);
    private static final Set<Problem> API = EnumSet.of(Problem.BUNDLED_API);
    private static final Set<Problem> COMPONENTS = EnumSet.range(Problem.NO_COMPONENT, Problem.BROKEN_COMPONENT);

    /** The rules, in the order in which they are checked. */
    public static final List<Rule<Archive>> ALL = List.of(
            Rule.ground(
                    "P1",
                    "It is a whole JAR, or a folder of JARs",
                    "What was damaged on the way is refused before any of it runs.",
                    JarRules::whole),
            Rule.ground(
                    "P2",
                    "It says its id, its version and what it needs",
                    "Users name a plugin by its id; versions decide what fits together.",
                    plugin -> without(DESCRIPTOR, plugin)),
            Rule.ground(
                    "P3",
                    "It holds no copy of the API",
                    "There is one, and it is shared: a second one would be another type of the same name.",
                    plugin -> without(API, plugin)),
            Rule.ground(
                    "P4",
                    "Every component that it declares can be used",
                    "A declared component that is refused is missed by whoever was promised it.",
                    JarRules::components),
            Rule.ground(
                    "P5",
                    "It can be loaded",
                    "It fits this Retrato, finds what it depends on, and uses nothing of the application.",
                    JarRules::loads),
            Rule.must(
                    "P6",
                    "module-info and META-INF/services declare the same components",
                    "On the module path the one counts, on the class path the other.",
                    Services::agree),
            Rule.must(
                    "P7",
                    "Two copies run side by side",
                    "While an application moves from one version to the next, both are loaded.",
                    Loading::sideBySide),
            Rule.must(
                    "P8",
                    "Unloaded, it is forgotten",
                    "A plugin that is kept alive, by a thread or a hook, fills the memory at every reload.",
                    Loading::forgotten),
            Rule.should(
                    "P9",
                    "It says what it is, who made it and under what license",
                    "Whoever assembles a distribution has to know.",
                    JarRules::described));

    private JarRules() {}

    private static Outcome whole(Archive plugin) {
        try (var plugins = plugin.open()) {
            // what is neither accepted nor refused was passed over, as every file that is not named as a JAR
            if (plugin.in(plugins).isEmpty() && plugin.refusals(plugins).isEmpty()) {
                return broken(
                        plugin.copy().getFileName() + " is not named as a JAR",
                        "name the JAR that was built; its name ends in .jar");
            }
        }
        return without(FILES, plugin);
    }

    private static Outcome without(Set<Problem> problems, Archive plugin) {
        try (var plugins = plugin.open()) {
            return plugin.refusals(plugins).stream()
                    .filter(refusal -> problems.contains(refusal.problem()))
                    .findFirst()
                    .map(JarRules::refused)
                    .orElse(kept());
        }
    }

    private static Outcome refused(Refusal refusal) {
        return broken("[" + refusal.problem().code() + "] " + refusal.cause(), refusal.remedy());
    }

    private static Outcome components(Archive plugin) {
        try (var plugins = plugin.open()) {
            var refused = plugin.refusals(plugins).stream().filter(refusal -> COMPONENTS.contains(refusal.problem()));
            var unlisted =
                    plugin.in(plugins).stream().flatMap(accepted -> Catalog.of(List.of(accepted)).refusals().stream());
            return Stream.concat(refused, unlisted)
                    .findFirst()
                    .map(JarRules::refused)
                    .orElse(kept());
        }
    }

    private static Outcome loads(Archive plugin) {
        try (var plugins = plugin.open()) {
            return plugin.in(plugins)
                    .map(accepted -> accepted.components().size())
                    .map(components -> kept(components + (components == 1 ? " component" : " components")))
                    .orElseGet(() -> refused(plugin.refusals(plugins).getFirst()));
        }
    }

    private static Outcome described(Archive plugin) {
        try (var plugins = plugin.open()) {
            var accepted = plugin.in(plugins).orElse(null);
            if (accepted == null) {
                return exempt("it could be loaded only once");
            }
            var missing = new ArrayList<String>();
            if (accepted.version().equals("0.0.0")) {
                missing.add("Plugin-Version");
            }
            if (accepted.description().isEmpty()) {
                missing.add("Plugin-Description");
            }
            if (accepted.provider().isEmpty()) {
                missing.add("Plugin-Provider");
            }
            if (accepted.license().isEmpty()) {
                missing.add("Plugin-License");
            }
            return missing.isEmpty()
                    ? kept()
                    : broken("the manifest lacks " + String.join(", ", missing), "add the attributes to the manifest");
        }
    }
}
