package org.retrato.testkit.component;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.retrato.api.Range;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.catalog.Parameter;
import org.retrato.testkit.rule.Outcome;

/** Tries hyperparameters with numbers that they must not have. */
final class Ranges {

    private static final List<Class<?>> NUMBERS = List.of(double.class, int.class, long.class);
    private static final String REMEDY = "check it in the compact constructor, as Range.positive(\"%s\", %s) does";

    private Ranges() {}

    static Outcome refused(Subject subject) {
        for (var parameter : subject.accepted().parameters()) {
            for (var value : outside(parameter).toList()) {
                var wrong = accepted(subject, parameter.name(), value);
                if (wrong.isPresent()) {
                    return broken(wrong.get(), REMEDY.formatted(parameter.name(), parameter.name()));
                }
            }
        }
        return kept();
    }

    /** Returns what is wrong with how a value is refused. */
    private static Optional<String> accepted(Subject subject, String parameter, String value) {
        try {
            subject.with(parameter, value);
            return Optional.of(parameter + " = " + value + " is accepted");
        } catch (CatalogException refused) {
            var cause = root(refused);
            var message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
            return cause instanceof IllegalArgumentException && message.contains(parameter)
                    ? Optional.empty()
                    : Optional.of("%s = %s is refused by: %s".formatted(parameter, value, refused.getMessage()));
        }
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Returns NaN, for a double, and what lies just outside of the range, if one is declared. */
    private static Stream<String> outside(Parameter parameter) {
        var range = parameter.range();
        var beyond = range == null ? Stream.<String>empty() : beyond(range, parameter.type() == double.class);
        return parameter.type() == double.class ? Stream.concat(Stream.of("NaN"), beyond) : beyond;
    }

    private static Stream<String> beyond(Range range, boolean fractions) {
        if (fractions) {
            return DoubleStream.of(
                            range.lowIncluded() ? Math.nextDown(range.low()) : range.low(),
                            range.highIncluded() ? Math.nextUp(range.high()) : range.high())
                    .filter(Double::isFinite)
                    .mapToObj(Double::toString);
        }
        return DoubleStream.of(
                        range.lowIncluded() ? Math.ceil(range.low()) - 1 : Math.floor(range.low()),
                        range.highIncluded() ? Math.floor(range.high()) + 1 : Math.ceil(range.high()))
                .filter(value -> Math.abs(value) < Integer.MAX_VALUE)
                .mapToObj(value -> Long.toString((long) value));
    }

    static Outcome declared(Subject subject) {
        var missing = subject.accepted().parameters().stream()
                .filter(parameter -> NUMBERS.contains(parameter.type()) && parameter.range() == null)
                .map(Parameter::name)
                .toList();
        return missing.isEmpty()
                ? kept()
                : broken(
                        "no range is declared for " + String.join(", ", missing),
                        REMEDY.formatted(missing.getFirst(), missing.getFirst()));
    }
}
