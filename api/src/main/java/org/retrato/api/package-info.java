/**
 * The extension points of Retrato, and the symbolic {@link org.retrato.api.Tensor} in which their formulas are written.
 *
 * <p>A plugin is a JAR with records that implement {@link org.retrato.api.Activation}, {@link org.retrato.api.Loss}, {@link
 * org.retrato.api.Optimizer}, {@link org.retrato.api.Schedule} or {@link org.retrato.api.Style}, declared as {@link
 * java.util.ServiceLoader} providers. It says its mathematics once; no author writes a derivative, and no code of a plugin
 * runs inside the training loop.
 *
 * <pre>
 *            Component (a record: hyperparameters, defaults, ranges)
 *   ┌────────────┬───────────┬─────────────┬─────────────┐
 * Activation    Loss      Optimizer     Schedule       Style = the first three and a schedule
 *   x → y     output,      Step →       step, steps
 *             target →   parameter       → factor
 *              error
 * </pre>
 *
 * <h2>What the surface expresses, now and later</h2>
 *
 * <p>{@link org.retrato.api.Tensor}, {@link org.retrato.api.Step} and {@link org.retrato.api.Layer} are implemented by the
 * runtime alone, so methods can be added to them without breaking a plugin. The extension points grow by default methods that
 * take a parameter, so that no accessor of a record overrides one by accident.
 *
 * <table>
 * <caption>How each need is expressed</caption>
 * <tr><th>need</th><th>how</th><th>since</th></tr>
 * <tr><td>row-wise loss (cross-entropy)</td><td>{@code Loss.apply} returns {@code [batch]}</td><td>0.1</td></tr>
 * <tr><td>batch-wise loss (Dice)</td><td>{@code Loss.apply} returns a scalar; the runtime sees that rows depend on each
 * other and computes the whole batch before the gradient</td><td>0.1</td></tr>
 * <tr><td>sample weights</td><td>multiply the rows of what {@code apply} returns, divided by their sum; given to the trainer,
 * not to the formula; a batch-wise loss refuses them</td><td>later</td></tr>
 * <tr><td>gated activation (GLU)</td><td>{@code x.slice(-1, 0, n).mul(x.slice(-1, n, 2 * n).sigmoid())}: the width of the
 * result is traced</td><td>0.1</td></tr>
 * <tr><td>learnable activation (PReLU)</td><td>{@code x.parameter("slope", 0.25)}: a method of {@code Tensor}</td>
 * <td>later</td></tr>
 * <tr><td>random activation (dropout, RReLU)</td><td>{@code x.uniform(low, high)}, keyed by seed, step, layer and element, and
 * {@code x.training()}, a scalar folded for each mode</td><td>later</td></tr>
 * <tr><td>norm of a tensor (LARS, LAMB)</td><td>{@code step.gradient().square().sum().sqrt()}</td><td>0.1</td></tr>
 * <tr><td>matrix state (Shampoo, Muon)</td><td>{@code step.state(name, initial, update)} with any shape, {@code matmul},
 * {@code transpose}</td><td>0.1</td></tr>
 * <tr><td>a pre-pass over all parameters (global norm)</td><td>{@code step.total(gradient.square().sum())}: the runtime cuts
 * the formula into phases</td><td>0.1</td></tr>
 * <tr><td>an optimizer inside another (Lookahead, clipping)</td><td>a record component of type {@code Optimizer}, and {@code
 * step.withGradient(…).update(inner)}; the names of inner states are prefixed</td><td>0.1</td></tr>
 * <tr><td>which parameter it is</td><td>{@code step.role()} for input, hidden, output or bias; {@code step.parameter().rank()}
 * and {@code size}</td><td>0.1</td></tr>
 * <tr><td>separate evaluation parameters (Schedule-Free)</td><td>{@code Tensor evaluation(Step step)} in {@code Optimizer},
 * reading the parameter and {@code step.state(name)}</td><td>0.1</td></tr>
 * <tr><td>the value of the loss (Polyak)</td><td>{@code step.loss()}, a scalar</td><td>0.1</td></tr>
 * <tr><td>re-evaluation of the gradient (SAM)</td><td>{@code step.gradientAt(point)}</td><td>0.1</td></tr>
 * <tr><td>a component of another plugin as a default</td><td>{@code Optimizer.of("adam")}, resolved by the catalog</td>
 * <td>0.1</td></tr>
 * </table>
 */
@NullMarked
package org.retrato.api;

import org.jspecify.annotations.NullMarked;
