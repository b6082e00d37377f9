package org.retrato.runtime.training;

import org.retrato.api.Range;

/**
 * Says how long to train, on how many rows at once, and from which random numbers.
 *
 * @param steps the number of steps, at least 1
 * @param batch the number of rows of a step, drawn at random with replacement; 0 for all rows each time
 * @param seed decides every random number: the same seed gives the same weights to the last bit
 */
public record Settings(int steps, int batch, long seed) {

    public Settings {
        Range.atLeast("steps", steps, 1);
        Range.atLeast("batch", batch, 0);
    }

    /** Returns how many rows a step takes from this many samples. */
    int rows(int samples) {
        return batch == 0 ? samples : batch;
    }
}
