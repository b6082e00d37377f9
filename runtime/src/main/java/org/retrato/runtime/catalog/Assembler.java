package org.retrato.runtime.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.retrato.api.Reference;

/** Builds records from notations, and replaces the references in them; one assembler builds one record. */
final class Assembler {

    private final Scope scope;
    private final Deque<String> references = new ArrayDeque<>();

    Assembler(Scope scope) {
        this.scope = scope;
    }

    /**
     * Builds what a notation describes.
     *
     * @param type what is wanted: a type that the scope holds
     * @throws CatalogException if the notation is wrong, or a reference leads nowhere or in a circle
     */
    Object read(Class<?> type, String notation) {
        return build(type, Parser.parse(notation));
    }

    /**
     * Returns a value in which every reference is replaced by what it stands for; the value itself if it has none.
     *
     * @throws CatalogException if a reference leads nowhere or in a circle
     */
    Object complete(Class<?> type, Object value) {
        if (value instanceof Reference reference) {
            return follow(type, reference);
        }
        if (!scope.holds(type) || !(value instanceof Record)) {
            return value;
        }
        var blueprint = new Blueprint(value.getClass(), List.of());
        var components = value.getClass().getRecordComponents();
        var values = blueprint.valuesOf(value);
        var completed = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            completed.add(part(
                    components[i].getName(),
                    components[i].getType(),
                    values.get(i),
                    ComponentName.of(value.getClass())));
        }
        return completed.equals(values) ? value : blueprint.create(completed);
    }

    private Object part(String name, Class<?> type, Object value, String owner) {
        try {
            return complete(type, value);
        } catch (CatalogException unresolved) {
            throw unresolved.in(name + " of " + owner + ": ");
        }
    }

    private Object follow(Class<?> type, Reference reference) {
        var step = type.getSimpleName().toLowerCase(Locale.ROOT) + " '" + reference.notation() + "'";
        if (references.contains(step)) {
            throw new CatalogException("references go in a circle: " + String.join(" → ", references) + " → " + step);
        }
        references.addLast(step);
        try {
            return read(type, reference.notation());
        } finally {
            references.removeLast();
        }
    }

    private Object build(Class<?> type, Term term) {
        var name = term.word();
        var blueprint = scope.find(type, name);
        var arguments = arguments(blueprint, term);
        var values = new ArrayList<>();
        for (var parameter : blueprint.parameters()) {
            var argument = arguments.get(parameter.name());
            values.add(
                    argument == null
                            ? part(parameter.name(), parameter.type(), parameter.defaultValue(), name)
                            : value(parameter, argument, name));
        }
        try {
            return blueprint.create(values);
        } catch (CatalogException refused) {
            throw refused.in(name + ": ");
        }
    }

    private Map<String, Term> arguments(Blueprint blueprint, Term term) {
        var name = term.word();
        var names = blueprint.parameters().stream().map(Parameter::name).toList();
        var arguments = new HashMap<String, Term>();
        for (var argument : term.arguments()) {
            var value = argument.value();
            var parameter = argument.name()
                    .or(() -> onlyPart(blueprint, value))
                    .orElseThrow(() -> nameless(blueprint, name, value));
            if (!names.contains(parameter)) {
                throw new CatalogException("unknown parameter '" + parameter + "' of " + name
                        + Suggestion.after(parameter, names) + "it takes: " + defaults(blueprint));
            }
            if (arguments.put(parameter, value) != null) {
                throw new CatalogException(parameter + " of " + name + " is given twice");
            }
        }
        return arguments;
    }

    /** Returns the parameter for a component without a name, if only one can take it: {@code lookahead(adam,k=6)}. */
    private Optional<String> onlyPart(Blueprint blueprint, Term value) {
        var parts = blueprint.parameters().stream()
                .filter(parameter -> scope.holds(parameter.type()))
                .map(Parameter::name)
                .toList();
        return parts.size() == 1
                        && !value.isQuoted()
                        && Character.isLetter(value.word().charAt(0))
                ? Optional.of(parts.getFirst())
                : Optional.empty();
    }

    private CatalogException nameless(Blueprint blueprint, String owner, Term value) {
        var given = "'" + value.source() + "' of " + owner + " has no name; ";
        return new CatalogException(blueprint.parameters().stream()
                .filter(parameter -> !scope.holds(parameter.type()))
                .findFirst()
                .or(() -> blueprint.parameters().stream().findFirst())
                .map(parameter -> given + "write " + owner + "(" + parameter.name() + "=" + value.source() + ")")
                .orElse(given + owner + " takes no parameters"));
    }

    private String defaults(Blueprint blueprint) {
        var printer = new Printer(scope);
        return blueprint.parameters().isEmpty()
                ? "none"
                : blueprint.parameters().stream()
                        .map(parameter -> parameter.name() + "=" + printer.defaultOf(parameter))
                        .collect(Collectors.joining(", "));
    }

    private Object value(Parameter parameter, Term term, String owner) {
        var place = parameter.name() + " of " + owner;
        boolean nested = scope.holds(parameter.type());
        try {
            return nested ? build(parameter.type(), term) : Plain.read(parameter.type(), term);
        } catch (CatalogException wrong) {
            throw wrong.in(place + (nested ? ": " : " "));
        }
    }
}
