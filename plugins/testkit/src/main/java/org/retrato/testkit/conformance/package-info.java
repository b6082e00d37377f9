/**
 * The kit as a whole: all rules, and reports on components and JARs.
 *
 * <pre>
 *   component, or JAR ─▶ Conformance ─▶ the rules for its kind ─▶ Report
 *                          activation  loss  optimizer  schedule  style  component  jar
 * </pre>
 */
@NullMarked
package org.retrato.testkit.conformance;

import org.jspecify.annotations.NullMarked;
