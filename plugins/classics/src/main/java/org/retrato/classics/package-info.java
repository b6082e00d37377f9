/**
 * The classics: the components that every painter learns first, with the definitions and defaults of PyTorch.
 *
 * <pre>
 * Activation   Relu  Sigmoid  Tanh
 * Loss         Mse  CrossEntropy  Huber
 * Optimizer    Sgd  Momentum  Adam  Rmsprop
 * Schedule     Constant  Cosine  StepDecay  Exponential
 * </pre>
 *
 * <p>Each record holds one formula; none knows another. The texts for people are in the bundle {@code Texts}, in English and
 * in Spanish.
 */
@NullMarked
package org.retrato.classics;

import org.jspecify.annotations.NullMarked;
