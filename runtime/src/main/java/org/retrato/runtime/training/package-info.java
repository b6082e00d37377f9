/**
 * Training: batches of samples go through a model, the loss measures, the gradients come back, the optimizer corrects.
 *
 * <pre>
 * Samples ─▶ Batches ─▶ TrainingTile (model, LossFunction) ─▶ Gradients ─▶ ParameterUpdate (OptimizerFormula)
 *                └──────────────── Trainer, step by step ─────────────┘        ▲ LearningRate (schedule)
 * </pre>
 *
 * <p>{@link org.retrato.runtime.training.BareUpdate} is the last part alone, to be timed.
 */
@NullMarked
package org.retrato.runtime.training;

import org.jspecify.annotations.NullMarked;
