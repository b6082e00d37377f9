/**
 * Components by name: what plugins offer, its hyperparameters, and the notation {@code huber(delta=0.5)}.
 *
 * <pre>
 *  Plugin ──▶ Entry (kind, name, parameters, texts) ──▶ Catalog
 *                                                         │ Scope: from name to class, and back
 *  "huber(delta=0.5)" ──▶ Term ──▶ Assembler ──▶ record ──▶ Printer ──▶ "huber(delta=0.5)"
 * </pre>
 *
 * <p>A {@link org.retrato.runtime.catalog.Catalog} reads and writes components; a {@link
 * org.retrato.runtime.catalog.Notation} does the same for a fixed set of records of the runtime itself. A component
 * that comes out of a catalog is complete: every {@link org.retrato.api.Reference} in it has been replaced by what it
 * names. What a user got wrong is said in a {@link org.retrato.runtime.catalog.CatalogException}.
 */
@NullMarked
package org.retrato.runtime.catalog;

import org.jspecify.annotations.NullMarked;
