/**
 * Notices plugins that were built again, and loads copies of them, so that a build may overwrite what is in use.
 *
 * <pre>
 *   folders ──► JarWatch: other than before, and the same at two looks? ──► Copies ──► Retrato opens them
 * </pre>
 */
@NullMarked
package org.retrato.distribution.watching;

import org.jspecify.annotations.NullMarked;
