package org.retrato.runtime.training;

import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Randomness;

/** Chooses the rows of each step: all of them in order, or some at random; which ones depends on the seed and step alone. */
final class Batches {

    private final Samples samples;
    private final Settings settings;
    private final Randomness randomness;

    Batches(Samples samples, Settings settings) {
        this.samples = samples;
        this.settings = settings;
        this.randomness = Randomness.of(settings.seed()).stream("batches");
    }

    /** Returns the number of rows of every batch. */
    int rows() {
        return settings.rows(samples.count());
    }

    /** Copies the inputs of some rows of a batch, without gaps. */
    void inputs(int step, int first, int rows, Floats to) {
        copy(step, first, rows, samples.inputs(), samples.inputWidth(), to);
    }

    /** Copies the targets of some rows of a batch, without gaps. */
    void targets(int step, int first, int rows, Floats to) {
        copy(step, first, rows, samples.targets(), samples.targetWidth(), to);
    }

    private void copy(int step, int first, int rows, float[] from, int width, Floats to) {
        for (var row = 0; row < rows; row++) {
            var index = settings.batch() == 0 ? first + row : randomness.index(step, first + row, samples.count());
            System.arraycopy(from, index * width, to.array(), to.offset() + row * width, width);
        }
    }
}
