/**
 * Activations beyond the classics.
 *
 * <pre>
 * of each element      LeakyRelu  Elu  Gelu  Silu  Sine
 * with what it learns  Prelu
 * of half the width    Glu  Swiglu (Halves)
 * </pre>
 *
 * <p>Each record holds one formula; none knows another. The texts for people are in the bundle {@code Texts}, in English and
 * in Spanish.
 */
@NullMarked
package org.retrato.activations;

import org.jspecify.annotations.NullMarked;
