package org.retrato.runtime.training;

import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Tile;

/** Takes a few rows of a batch through the network and the loss, and back. */
final class TrainingTile {

    private final Tile tile;
    private final Batches batches;
    private final int width;
    private final Floats targets;
    private final Floats losses;
    private final Execution loss;

    TrainingTile(Model model, LossFunction loss, Batches batches, int rows, FloatArena arena) {
        this.tile = new Tile(model, rows, true, arena);
        this.batches = batches;
        this.width = model.network().outputs();
        this.targets = arena.allocate(Execution.room(rows * width));
        this.losses = arena.allocate(Execution.room(rows));
        this.loss = loss.formula().start();
        this.loss.input(0, tile.outputs());
        this.loss.input(1, targets);
        if (loss.rowwise()) {
            this.loss.output(0, losses);
        }
        this.loss.output(1, tile.outputGradient());
    }

    /** Returns what goes through the network. */
    Tile tile() {
        return tile;
    }

    /** Computes the outputs of some rows, without gaps. */
    void outputs(int step, int first, int rows, Floats to) {
        batches.inputs(step, first, rows, tile.inputs());
        copy(tile.forward(rows), 0, to, first, rows);
    }

    /** Computes the loss and the gradients of some rows, for a loss whose rows are independent. */
    void learn(int step, int first, int rows, double scale) {
        batches.inputs(step, first, rows, tile.inputs());
        batches.targets(step, first, rows, targets);
        tile.forward(rows);
        loss.input(2, scale);
        loss.run(rows);
        tile.backward();
    }

    /** Returns a sum plus the loss of each of the rows that were learned last. */
    double addLoss(double sum, int rows) {
        var total = sum;
        for (var row = 0; row < rows; row++) {
            total += losses.array()[losses.offset() + row];
        }
        return total;
    }

    /** Computes the gradients of some rows, given those of the outputs of the whole batch. */
    void learn(int step, int first, int rows, Floats outputGradients) {
        batches.inputs(step, first, rows, tile.inputs());
        tile.forward(rows);
        copy(outputGradients, first, tile.outputGradient(), 0, rows);
        tile.backward();
    }

    private void copy(Floats from, int firstFrom, Floats to, int firstTo, int rows) {
        System.arraycopy(
                from.array(),
                from.offset() + firstFrom * width,
                to.array(),
                to.offset() + firstTo * width,
                rows * width);
    }
}
