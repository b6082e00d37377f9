package org.retrato.api;

/**
 * Marks a record that a plugin contributes: an {@link Activation}, {@link Loss}, {@link Optimizer}, {@link Schedule} or
 * {@link Style}.
 *
 * <p>A component is a public {@code record}. Its record components are its hyperparameters: {@code double}, {@code int},
 * {@code long}, {@code boolean}, {@link String} or another component. Its public no-argument constructor holds their
 * defaults, and its compact constructor checks them with {@link Range}. From this one declaration come the command line,
 * the checkpoints, the documentation and the conformance kit.
 *
 * <p>The name of a component is its class name in lower case with a hyphen at each inner capital
 * ({@code CrossEntropy} is {@code cross-entropy}), unless {@link Name} says otherwise. Names are unique within a plugin
 * and kind; two plugins may use the same one, and users then write {@code plugin:name}.
 *
 * <p>Texts for people come from the standard resource bundle {@code Texts} in the package of the record
 * ({@code Texts.properties} in English, {@code Texts_es.properties} in Spanish), all keys optional:
 *
 * <pre>
 * huber          = Squared near the target, linear far from it.      what it is, one sentence
 * huber.use      = Regression with outliers.                         when to use it
 * huber.source   = Huber, Robust estimation ..., 1964                where the definition comes from
 * huber.artist   = Balanced: forgives small errors ...               the artist it resembles
 * huber.delta    = where the parabola becomes a line                 one line for each hyperparameter
 * </pre>
 */
@Stability(Stability.Level.EVOLVING)
public sealed interface Component permits Activation, Loss, Optimizer, Schedule, Style {}
