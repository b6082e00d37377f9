/**
 * Takes plugins from Maven repositories: a coordinate becomes files in the local repository of the user.
 *
 * <pre>
 *   words of a user ─► Coordinate ──► MavenClient ──► Artifact
 *                      Repositories ──────┘ │
 *                                 a process of its own, with the libraries in lib/maven
 * </pre>
 */
@NullMarked
package org.retrato.distribution.artifacts;

import org.jspecify.annotations.NullMarked;
