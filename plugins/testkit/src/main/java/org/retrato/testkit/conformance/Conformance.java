package org.retrato.testkit.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.plugins.Policy;
import org.retrato.testkit.activation.ActivationRules;
import org.retrato.testkit.component.ComponentRules;
import org.retrato.testkit.component.Subject;
import org.retrato.testkit.jar.Archive;
import org.retrato.testkit.jar.JarRules;
import org.retrato.testkit.loss.LossRules;
import org.retrato.testkit.optimizer.OptimizerRules;
import org.retrato.testkit.rule.Finding;
import org.retrato.testkit.rule.Report;
import org.retrato.testkit.rule.Rule;
import org.retrato.testkit.schedule.ScheduleRules;
import org.retrato.testkit.schedule.StyleRules;

/** Checks components and JARs against the rules of the kit. */
public final class Conformance {

    private Conformance() {}

    /** Returns all rules, family by family. */
    public static List<Rule<?>> rules() {
        return Stream.<List<? extends Rule<?>>>of(
                        ActivationRules.ALL,
                        LossRules.ALL,
                        OptimizerRules.ALL,
                        ScheduleRules.ALL,
                        StyleRules.ALL,
                        ComponentRules.ALL,
                        JarRules.ALL)
                .<Rule<?>>flatMap(List::stream)
                .toList();
    }

    /**
     * Checks a component, with the hyperparameters that it has.
     *
     * @param catalog where its class, and what it refers to, is found by name
     */
    public static Report of(Component component, Catalog catalog) {
        var findings = new ArrayList<Finding>();
        var name = subject(component, catalog);
        findings.addAll(Rule.check(ComponentRules.ALL, name, new Subject(component.getClass(), catalog)));
        findings.addAll(formula(component, name, catalog));
        return new Report(findings);
    }

    /** Checks components of some classes with their defaults. */
    public static Report of(List<Class<? extends Component>> types, Catalog catalog) {
        return new Report(types.stream()
                .flatMap(type -> findings(new Subject(type, catalog)).stream())
                .toList());
    }

    /**
     * Checks a finished plugin, and each of its components with its defaults.
     *
     * @param plugin a JAR, or a folder of JARs
     * @param others folders of the plugins that it may depend on
     */
    public static Report of(Path plugin, List<Path> others) {
        try (var copy = Archive.of(plugin, others, Policy.open())) {
            var findings = new ArrayList<>(packaging(copy));
            try (var plugins = copy.open()) {
                var catalog = Catalog.of(plugins.plugins());
                copy.in(plugins).stream()
                        .flatMap(accepted -> accepted.components().stream())
                        .map(type -> new Subject(type, catalog))
                        .filter(subject -> subject.entry().isPresent()) // of the others P4 has told
                        .forEach(subject -> findings.addAll(findings(subject)));
            }
            return new Report(findings);
        }
    }

    /**
     * Checks a finished plugin as it is packaged, and none of its components.
     *
     * @param plugin a JAR, or a folder of JARs
     * @param others folders of the plugins that it may depend on
     * @param policy what plugins may do
     */
    public static Report packaging(Path plugin, List<Path> others, Policy policy) {
        try (var copy = Archive.of(plugin, others, policy)) {
            return new Report(packaging(copy));
        }
    }

    private static List<Finding> packaging(Archive copy) {
        return Rule.check(JarRules.ALL, copy.copy().getFileName() + " · plugin", copy);
    }

    private static List<Finding> findings(Subject subject) {
        var entry = subject.entry();
        var name = entry.map(found -> found.name() + " · " + found.kind())
                .orElse(subject.type().getName());
        var findings = new ArrayList<>(Rule.check(ComponentRules.ALL, name, subject));
        if (entry.isPresent() && !findings.getFirst().fails()) {
            var component =
                    subject.catalog().get(entry.get().kind().type(), entry.get().qualifiedName());
            findings.addAll(formula(component, name, subject.catalog()));
        }
        return findings;
    }

    private static List<Finding> formula(Component component, String name, Catalog catalog) {
        return switch (component) {
            case Style style -> Rule.check(StyleRules.ALL, name, new StyleRules.Subject(style, catalog));
            case Activation activation ->
                Rule.check(ActivationRules.ALL, name, catalog.resolve(Activation.class, activation));
            case Loss loss -> Rule.check(LossRules.ALL, name, catalog.resolve(Loss.class, loss));
            case Optimizer optimizer ->
                Rule.check(OptimizerRules.ALL, name, catalog.resolve(Optimizer.class, optimizer));
            case Schedule schedule -> Rule.check(ScheduleRules.ALL, name, catalog.resolve(Schedule.class, schedule));
        };
    }

    private static String subject(Component component, Catalog catalog) {
        var kind = Stream.of(Kind.values())
                .filter(candidate -> candidate.type().isInstance(component))
                .findFirst()
                .orElseThrow();
        try {
            return catalog.notation(component) + " · " + kind;
        } catch (CatalogException nameless) {
            return component + " · " + kind;
        }
    }
}
