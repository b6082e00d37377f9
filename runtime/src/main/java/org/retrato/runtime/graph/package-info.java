/**
 * Records formulas as graphs, differentiates, evaluates and prints them.
 *
 * <pre>
 * formula on Tensor → Graph of Nodes → Gradient → more Nodes ─┬→ compile (fused loops)
 *                    (Simplification)                         ├→ Evaluator (doubles, the oracle), Scalars (once a step)
 *                                                             └→ Formula (text, LaTeX)
 * </pre>
 *
 * <p>Knows nothing of plugins, training or how formulas run.
 */
@NullMarked
package org.retrato.runtime.graph;

import org.jspecify.annotations.NullMarked;
