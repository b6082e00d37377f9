/**
 * The command line.
 *
 * <pre>
 *   words ──► Main ──► PaintCommand, TrainCommand, NewCommand, ListCommand, DescribeCommand, … ──► exit code
 *                          │ options are checked here, and all files, before any work
 *                          ▼
 *              painting, learning, authoring, checking, auditing, describing: the work itself, which knows no command line
 * </pre>
 *
 * <p>What goes wrong ends in {@code Failures}: one sentence on standard error, and an exit code.
 */
@NullMarked
package org.retrato.distribution;

import org.jspecify.annotations.NullMarked;
