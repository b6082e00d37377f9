package org.retrato.testkit.junit;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.testkit.conformance.Classes;
import org.retrato.testkit.conformance.Conformance;
import org.retrato.testkit.rule.Report;

/**
 * Checks all components that a plugin declares, each with its defaults.
 *
 * <pre>{@code
 * class BrushesTest extends PluginContract {}
 * }</pre>
 */
public abstract class PluginContract extends Contract {

    private final @Nullable Class<?> any;
    private final Map<String, Class<?>> others;

    /** Checks the module of the test itself. */
    protected PluginContract() {
        this(Map.of());
    }

    /**
     * Checks the module of the test itself, whose components refer to those of other plugins.
     *
     * @param others any class of each, by the id of the plugin
     */
    protected PluginContract(Map<String, Class<?>> others) {
        this.any = null;
        this.others = Map.copyOf(others);
    }

    /**
     * Checks the plugin that a class belongs to, as where it is no module.
     *
     * @param any any class of the plugin
     * @param others any class of each plugin whose components it refers to, by the id of that plugin
     */
    protected PluginContract(Class<?> any, Map<String, Class<?>> others) {
        this.any = any;
        this.others = Map.copyOf(others);
    }

    @Override
    Report report() {
        var plugin = Classes.plugin("plugin", any == null ? getClass() : any);
        var known = Stream.concat(
                Stream.of(plugin),
                others.entrySet().stream().map(other -> Classes.plugin(other.getKey(), other.getValue())));
        return Conformance.of(plugin.components(), Catalog.of(known.toList()));
    }
}
