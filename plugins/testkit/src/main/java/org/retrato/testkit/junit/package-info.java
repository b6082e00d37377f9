/**
 * The kit as tests: an author's test is one short class.
 *
 * <pre>{@code
 * class MyOptimizerTest extends ComponentContract {
 *     MyOptimizerTest() {
 *         super(new MyOptimizer());
 *     }
 * }
 * }</pre>
 *
 * <p>This package needs JUnit 5, which the tests of an author bring along; nothing else in the kit does.
 */
@NullMarked
package org.retrato.testkit.junit;

import org.jspecify.annotations.NullMarked;
