/**
 * Optimizers beyond the classics.
 *
 * <pre>
 * around any other         Clip  WeightDecay  Lookahead  Sam
 * beside another           Muon
 * on their own             Lamb  ScheduleFreeAdam  Polyak
 * </pre>
 *
 * <p>Each record holds one formula; none knows another, but by name. The texts for people are in the bundle {@code Texts}, in
 * English and in Spanish.
 */
@NullMarked
package org.retrato.optimizers;

import org.jspecify.annotations.NullMarked;
