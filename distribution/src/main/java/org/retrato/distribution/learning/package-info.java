/**
 * Learns from a table: what the answers of some rows are is held back, and told apart from what was learned by heart.
 *
 * <pre>
 *   Examples ──► Experiment ──► Samples to train with ──► Model ──► Experiment ──► a verdict on the rows held back
 * </pre>
 */
@NullMarked
package org.retrato.distribution.learning;

import org.jspecify.annotations.NullMarked;
