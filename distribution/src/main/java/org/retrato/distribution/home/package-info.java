/**
 * Knows the folder of a distribution: where things are, what it says about itself, what it is made of.
 *
 * <pre>
 *   Home ──► retrato.properties ──► Settings     name, styles, policy
 *        └─► retrato.lock       ──► Lock         the SHA-256 of each JAR ──► Deviation   changed, added, removed
 * </pre>
 */
@NullMarked
package org.retrato.distribution.home;

import org.jspecify.annotations.NullMarked;
