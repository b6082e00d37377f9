package org.retrato.testkit.junit;

import java.util.Map;
import org.retrato.api.Component;
import org.retrato.testkit.conformance.Classes;
import org.retrato.testkit.conformance.Conformance;
import org.retrato.testkit.rule.Report;

/**
 * Checks one component, with the hyperparameters that it has.
 *
 * <pre>{@code
 * class NarrowHuberTest extends ComponentContract {
 *     NarrowHuberTest() {
 *         super(new Huber(0.1));
 *     }
 * }
 * }</pre>
 */
public abstract class ComponentContract extends Contract {

    private final Component component;
    private final Map<String, Class<?>> others;

    /** Checks a component. */
    protected ComponentContract(Component component) {
        this(component, Map.of());
    }

    /**
     * Checks a component that refers to those of other plugins.
     *
     * @param others any class of each, by the id of the plugin
     */
    protected ComponentContract(Component component, Map<String, Class<?>> others) {
        this.component = component;
        this.others = Map.copyOf(others);
    }

    @Override
    Report report() {
        return Conformance.of(component, Classes.catalog(Classes.components(component.getClass()), others));
    }
}
