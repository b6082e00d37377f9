/**
 * Begins plugins: what an author names becomes a project that builds.
 *
 * <pre>
 *   words of a user ───► Naming ──► Project ──► a folder, whole or not at all
 *   Maven's archetype ─► Template ─────┘
 * </pre>
 *
 * <p>Nothing here knows the command line.
 */
@NullMarked
package org.retrato.distribution.authoring;

import org.jspecify.annotations.NullMarked;
