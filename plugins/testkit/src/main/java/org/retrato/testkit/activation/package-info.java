/** The rules for activations: A1 and following. */
@NullMarked
package org.retrato.testkit.activation;

import org.jspecify.annotations.NullMarked;
