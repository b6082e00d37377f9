package org.retrato.runtime.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.retrato.api.Component;
import org.retrato.runtime.plugins.Plugin;

/**
 * Describes a component that a plugin offers.
 *
 * @param plugin where it comes from
 * @param kind what it is for
 * @param name its name, unique within the plugin and the kind
 * @param type its class
 * @param parameters its hyperparameters, in the order of declaration
 */
public record Entry(
        Plugin plugin, Kind kind, String name, Class<? extends Component> type, List<Parameter> parameters) {

    public Entry {
        parameters = List.copyOf(parameters);
    }

    /** Reads a class of a plugin; throws if it does not keep the rules for components. */
    static Entry of(Plugin plugin, Class<? extends Component> type) {
        var kinds = Stream.of(Kind.values())
                .filter(kind -> kind.type().isAssignableFrom(type))
                .toList();
        if (kinds.size() != 1) {
            throw new CatalogException("it must be one of Activation, Loss, Optimizer, Schedule and Style, but is "
                    + (kinds.isEmpty() ? "none" : kinds));
        }
        var name = ComponentName.checked(type);
        return new Entry(
                plugin,
                kinds.getFirst(),
                name,
                type,
                Blueprint.of(type, Kind::is).parameters());
    }

    /** Returns the name that is unambiguous whatever else is installed: {@code classics:adam}. */
    public String qualifiedName() {
        return plugin.id() + ":" + name;
    }

    /** Returns what the plugin says about the component, as far as possible in a language. */
    public Texts texts(Locale locale) {
        return Texts.of(this, locale);
    }

    Blueprint blueprint() {
        return new Blueprint(type, parameters);
    }
}
