/**
 * Says what a distribution is made of, and under what terms: for people, for lawyers and for scanners.
 *
 * <pre>
 *   Lock ──► every JAR ──► JarDescription ─┐
 *                          DependencyTree  ├──► Material ──► Inventory ──► BillOfMaterials ──► sbom.json
 *                          KnownLicenses  ─┘                          └──► Licenses        ──► licenses/
 * </pre>
 *
 * <p>Many JARs do not say where they come from, and some not under what terms they are. Of the libraries, Maven knew where they
 * come from when it put them into their folder, and left its tree of dependencies there; their terms, somebody looked up.
 * Plugins are anybody's: what they say of themselves is taken over, and what they do not say stays unsaid.
 */
@NullMarked
package org.retrato.distribution.materials;

import org.jspecify.annotations.NullMarked;
