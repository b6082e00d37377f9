/**
 * Takes plugins from Maven repositories. The command line starts it as a process of its own, because Maven's libraries share
 * packages, which modules may not.
 *
 * <pre>
 *   words ──► Request ──► Repositories ──► lines on standard output
 *                              │
 *                         Explanation ───► a sentence on standard error
 * </pre>
 */
@NullMarked
package org.retrato.maven;

import org.jspecify.annotations.NullMarked;
