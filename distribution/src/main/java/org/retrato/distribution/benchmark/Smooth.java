package org.retrato.distribution.benchmark;

import org.retrato.api.Activation;
import org.retrato.runtime.catalog.Catalog;

/**
 * Is the activation of the portraits.
 *
 * @param name as it stands in the names of rows
 */
public record Smooth(String name, Activation activation) {

    /** Returns one that no plugin brings. */
    public static Smooth unknownToAllPlugins() {
        return new Smooth("gelu", new Gelu());
    }

    /** Returns what a notation of the catalog means. */
    public static Smooth of(String notation, Catalog catalog) {
        return new Smooth(notation, catalog.get(Activation.class, notation));
    }
}
