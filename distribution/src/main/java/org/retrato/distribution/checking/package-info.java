/**
 * Reports of the conformance kit, for people and for programs.
 *
 * <pre>
 * JAR ─▶ Conformance (testkit) ─▶ Report ─▶ ReportText, ReportFile
 * </pre>
 */
@NullMarked
package org.retrato.distribution.checking;

import org.jspecify.annotations.NullMarked;
