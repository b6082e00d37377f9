/**
 * Training: batches of samples go through a model, the loss measures, the gradients come back, the optimizer corrects.
 *
 * <pre>
 * Samples ─▶ Batches ─▶ Backpropagation (model, LossFunction) ─▶ Gradients ─▶ NetworkUpdate (phases) ─▶ parameters, states
 *                └──────────────── Trainer, step by step ────────────────┘         ▲ LearningRate (schedule)
 *
 * Optimizer ─▶ TracedStep ─▶ OptimizerTrace ─▶ TracedOptimizer (all parameters, cut into levels) ─▶ NetworkUpdate
 *              one parameter: states, Exchanges                    ElementUpdate or WholeUpdate of each ─┘
 * </pre>
 *
 * <p>{@link org.retrato.runtime.training.BareUpdate} is the update alone, to be timed.
 */
@NullMarked
package org.retrato.runtime.training;

import org.jspecify.annotations.NullMarked;
