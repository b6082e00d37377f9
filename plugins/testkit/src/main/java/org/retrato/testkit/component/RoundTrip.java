package org.retrato.testkit.component;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Optional;
import java.util.stream.Stream;
import org.retrato.api.Component;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.catalog.Parameter;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.testkit.rule.Outcome;

/** Writes components as notations and reads them again. */
final class RoundTrip {

    private RoundTrip() {}

    static Outcome check(Subject subject) {
        var components = Stream.concat(
                Stream.of(subject.defaults()),
                subject.accepted().parameters().stream().flatMap(parameter -> changed(subject, parameter).stream()));
        return components
                .map(component -> check(subject, component))
                .filter(Outcome.Broken.class::isInstance)
                .findFirst()
                .orElse(kept());
    }

    private static Outcome check(Subject subject, Component component) {
        var notation = subject.catalog().qualifiedNotation(component);
        var read = subject.catalog().get(subject.accepted().kind().type(), notation);
        return FormulaException.ask(component, () -> read.equals(component))
                ? kept()
                : broken(
                        "%s is written as %s, which is read as %s".formatted(component, notation, read),
                        "leave the accessors of the record alone, and do not change values in the constructor");
    }

    /** Returns the component with another value of a hyperparameter, the first that it accepts. */
    private static Optional<Component> changed(Subject subject, Parameter parameter) {
        return values(parameter)
                .flatMap(value -> {
                    try {
                        return Stream.of(subject.with(parameter.name(), value));
                    } catch (CatalogException refused) {
                        return Stream.empty();
                    }
                })
                .findFirst();
    }

    private static Stream<String> values(Parameter parameter) {
        return switch (parameter.defaultValue()) {
            case Double number ->
                Stream.of(0.7 * number, 1.3 * number, number + 0.1, 0.5).map(Object::toString);
            case Integer number -> Stream.of(number + 1, number - 1).map(Object::toString);
            case Long number -> Stream.of(number + 1, number - 1).map(Object::toString);
            case Boolean flag -> Stream.of(Boolean.toString(!flag));
            default -> Stream.empty();
        };
    }
}
