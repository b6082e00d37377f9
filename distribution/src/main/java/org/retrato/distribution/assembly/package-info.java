/**
 * Assembles distributions of chosen plugins.
 *
 * <pre>
 *   Specification ──► PluginChoice ──► Composition ──► Trial ──► Assembly
 *    what to take      which JARs       a folder        does it    archives, each whole
 *                                       that fits       paint?     or not at all
 * </pre>
 */
@NullMarked
package org.retrato.distribution.assembly;

import org.jspecify.annotations.NullMarked;
