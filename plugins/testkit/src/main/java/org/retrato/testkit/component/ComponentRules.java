package org.retrato.testkit.component;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.catalog.Parameter;
import org.retrato.runtime.plugins.Refusal;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Rule;

/** Lists the rules for the hyperparameters and the texts of all components. */
public final class ComponentRules {

    /** The rules, in the order in which they are checked. */
    public static final List<Rule<Subject>> ALL = List.of(
            Rule.ground(
                    "H1",
                    "It is a public record, and its defaults are valid",
                    "The command line, the reports and this kit build it from its constructor without arguments.",
                    ComponentRules::accepted),
            Rule.must(
                    "H2",
                    "A number out of range is refused, by a message that names the hyperparameter",
                    "Users see the message and nothing else; and NaN is in no range.",
                    Ranges::refused),
            Rule.must(
                    "H3",
                    "What its notation says is what it is",
                    "Reports and checkpoints keep the notation; reading it must give an equal component.",
                    RoundTrip::check),
            Rule.should(
                    "H4",
                    "Every number declares its range with Range",
                    "So users learn what is allowed before they try.",
                    Ranges::declared),
            Rule.should(
                    "H5",
                    "It and its hyperparameters are described in English and in Spanish",
                    "Users choose by what list and describe say, each in their language.",
                    ComponentRules::described));

    private ComponentRules() {}

    private static Outcome accepted(Subject subject) {
        if (subject.entry().isEmpty()) {
            return subject.catalog().refusals().stream()
                    .filter(refusal -> refusal.cause().contains(subject.type().getName() + " "))
                    .findFirst()
                    .map(ComponentRules::refused)
                    .orElseGet(() -> broken(
                            "the catalog does not know " + subject.type().getName(), "declare it in the plugin"));
        }
        try {
            subject.defaults();
            return kept();
        } catch (CatalogException wrong) {
            return broken(wrong.getMessage(), "correct the defaults in the constructor without arguments");
        }
    }

    private static Outcome refused(Refusal refusal) {
        return broken(refusal.cause(), refusal.remedy());
    }

    /** Returns the hyperparameters that need a line; the parts of a style explain themselves. */
    private static List<String> explained(Entry entry) {
        return entry.kind() == Kind.STYLE
                ? List.of()
                : entry.parameters().stream().map(Parameter::name).toList();
    }

    private static Outcome described(Subject subject) {
        var missing = new ArrayList<String>();
        var entry = subject.accepted();
        var english = entry.texts(Locale.ENGLISH);
        var spanish = entry.texts(Locale.of("es"));
        if (english.description().isEmpty()) {
            missing.add("'" + entry.name() + "' in Texts.properties");
        }
        if (spanish.description().equals(english.description())) {
            missing.add("'" + entry.name() + "' in Texts_es.properties");
        }
        for (var parameter : explained(entry)) {
            var line = english.parameters().get(parameter);
            if (line == null) {
                missing.add("'" + entry.name() + "." + parameter + "' in Texts.properties");
            }
            if (line == null
                    ? !spanish.parameters().containsKey(parameter)
                    : line.equals(spanish.parameters().get(parameter))) {
                missing.add("'" + entry.name() + "." + parameter + "' in Texts_es.properties");
            }
        }
        return missing.isEmpty()
                ? kept()
                : broken(
                        "there is no line for " + String.join(", ", missing),
                        "add the lines, in the package of the record");
    }
}
