/**
 * Helps plugin authors test their components: {@link org.retrato.testkit.Formulas} evaluates a formula and the derivative that
 * the runtime derives from it, in doubles and as training does.
 */
@NullMarked
package org.retrato.testkit;

import org.jspecify.annotations.NullMarked;
