package org.retrato.runtime.training;

/**
 * Tells how far training has come.
 *
 * @param step the number of steps taken
 * @param steps the number of steps to take
 * @param loss the mean loss of the last step's batch, before the step corrected the weights
 * @param learningRate the learning rate of the last step
 */
public record Progress(int step, int steps, double loss, double learningRate) {}
