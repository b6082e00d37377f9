/** Numerical tools of the rules: differences, probes, and numbers for people. */
@NullMarked
package org.retrato.testkit.numeric;

import org.jspecify.annotations.NullMarked;
