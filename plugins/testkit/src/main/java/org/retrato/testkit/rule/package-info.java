/**
 * What a conformance rule is, and what comes of checking it.
 *
 * <pre>
 * Rule.check(subject) ─▶ Outcome (kept, broken, exempt) ─▶ Finding ─▶ Report
 * </pre>
 */
@NullMarked
package org.retrato.testkit.rule;

import org.jspecify.annotations.NullMarked;
