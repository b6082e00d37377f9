/** The rules for optimizers: O1 and following. */
@NullMarked
package org.retrato.testkit.optimizer;

import org.jspecify.annotations.NullMarked;
