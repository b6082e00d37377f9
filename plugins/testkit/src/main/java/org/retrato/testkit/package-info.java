/**
 * Helps plugin authors test their components: {@link org.retrato.testkit.Formulas} evaluates a formula and the derivative that
 * the runtime derives from it, in doubles and as training does, and takes optimizers down an {@link
 * org.retrato.testkit.Objective}; {@link org.retrato.testkit.GoldenValues} holds what others compute, to compare with.
 *
 * <p>{@link org.retrato.testkit.conformance.Conformance} checks components and JARs against the rules of the kit, and the package
 * {@link org.retrato.testkit.junit junit} does so as tests.
 */
@NullMarked
package org.retrato.testkit;

import org.jspecify.annotations.NullMarked;
