/**
 * Shows how near Retrato comes to the limits of this machine.
 *
 * <pre>
 *   Suite ──► Row (name, what is measured) ──► Result ──► Table (terminal), ResultsFile (JSON), Advice (what is wrong)
 *     └── words of a user choose rows
 * </pre>
 */
@NullMarked
package org.retrato.distribution.benchmark;

import org.jspecify.annotations.NullMarked;
