package org.retrato.testkit.component;

import java.util.Optional;
import org.retrato.api.Component;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.Entry;

/**
 * Is a class of components, and where it is found by name.
 *
 * @param type the class
 * @param catalog what is installed
 */
public record Subject(Class<? extends Component> type, Catalog catalog) {

    /** Returns what the catalog knows of the class; nothing if it refused it. */
    public Optional<Entry> entry() {
        return catalog.entries().stream().filter(entry -> entry.type() == type).findFirst();
    }

    Entry accepted() {
        return entry().orElseThrow();
    }

    /** Builds the component with one hyperparameter set. */
    Component with(String parameter, String value) {
        return build("(" + parameter + "=" + value + ")");
    }

    /** Builds the component with its defaults. */
    Component defaults() {
        return build("");
    }

    private Component build(String arguments) {
        var entry = accepted();
        return catalog.get(entry.kind().type(), entry.qualifiedName() + arguments);
    }
}
