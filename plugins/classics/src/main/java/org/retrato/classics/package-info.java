/** The classic activations, losses and optimizers. */
@NullMarked
package org.retrato.classics;

import org.jspecify.annotations.NullMarked;
