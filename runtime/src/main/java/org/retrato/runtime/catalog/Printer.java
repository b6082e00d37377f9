package org.retrato.runtime.catalog;

import java.util.ArrayList;
import org.retrato.api.Reference;

/** Writes records in the canonical notation: what differs from the defaults, in the order of declaration. */
final class Printer {

    private final Scope scope;

    Printer(Scope scope) {
        this.scope = scope;
    }

    /**
     * Writes a record that the scope can name, or the value of a parameter.
     *
     * @throws CatalogException if a record in it has no name in the scope
     */
    String print(Object value) {
        return switch (value) {
            case Reference reference -> reference.notation();
            case String _, Number _, Boolean _ -> Plain.write(value);
            default -> printRecord(value);
        };
    }

    /** Writes the default of a parameter for people; it never fails. */
    String defaultOf(Parameter parameter) {
        try {
            return print(parameter.defaultValue());
        } catch (CatalogException nameless) {
            return parameter.defaultValue().toString();
        }
    }

    private String printRecord(Object record) {
        var name = scope.nameOf(record.getClass());
        var blueprint = Blueprint.of(record.getClass(), scope::holds);
        var values = blueprint.valuesOf(record);
        var arguments = new ArrayList<String>();
        for (int i = 0; i < values.size(); i++) {
            var parameter = blueprint.parameters().get(i);
            if (!isDefault(parameter, values.get(i))) {
                arguments.add(parameter.name() + "=" + print(values.get(i)));
            }
        }
        return arguments.isEmpty() ? name : name + "(" + String.join(",", arguments) + ")";
    }

    private boolean isDefault(Parameter parameter, Object value) {
        try {
            return value.equals(parameter.defaultValue())
                    || value.equals(new Assembler(scope).complete(parameter.type(), parameter.defaultValue()));
        } catch (CatalogException unresolved) {
            return false;
        }
    }
}
