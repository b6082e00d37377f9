/**
 * Losses beyond the classics.
 *
 * <pre>
 * of each element     LogCosh
 * of each row         Focal
 * of the whole batch  Dice  GeneralizedDice
 * </pre>
 *
 * <p>Each record holds one formula; none knows another. The texts for people are in the bundle {@code Texts}, in English and
 * in Spanish.
 */
@NullMarked
package org.retrato.losses;

import org.jspecify.annotations.NullMarked;
