package org.retrato.runtime.training;

import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.Floats;

/** Computes a loss whose rows depend on each other, on all outputs of a batch at once. */
final class WholeBatch {

    private final Batches batches;
    private final Floats outputs;
    private final Floats targets;
    private final Floats gradient;
    private final Execution loss;

    WholeBatch(LossFunction loss, int width, Batches batches) {
        this.batches = batches;
        var room = Execution.room(Math.multiplyExact(batches.rows(), width));
        this.outputs = new Floats(new float[room]);
        this.targets = new Floats(new float[room]);
        this.gradient = new Floats(new float[room]);
        this.loss = loss.formula().start();
        this.loss.input(0, outputs);
        this.loss.input(1, targets);
        this.loss.output(1, gradient);
    }

    /** Returns where the outputs of the batch are written, without gaps. */
    Floats outputs() {
        return outputs;
    }

    /** Returns the sum of the loss; {@link #gradient} is ready then. */
    double run(int step, double scale) {
        batches.targets(step, 0, batches.rows(), targets);
        loss.input(2, scale);
        loss.run(batches.rows());
        return loss.output(0);
    }

    /** Returns the gradient of the outputs, without gaps. */
    Floats gradient() {
        return gradient;
    }
}
