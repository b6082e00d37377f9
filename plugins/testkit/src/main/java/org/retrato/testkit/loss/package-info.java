/** The rules for losses: L1 and following. */
@NullMarked
package org.retrato.testkit.loss;

import org.jspecify.annotations.NullMarked;
