package org.retrato.testkit.junit;

import java.util.List;
import org.retrato.api.Component;
import org.retrato.runtime.catalog.Catalog;
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

    /** Checks a component. */
    protected ComponentContract(Component component) {
        this.component = component;
    }

    @Override
    Report report() {
        return Conformance.of(component, Catalog.of(List.of(Classes.plugin("test", List.of(component.getClass())))));
    }
}
