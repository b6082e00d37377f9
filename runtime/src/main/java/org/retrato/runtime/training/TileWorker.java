package org.retrato.runtime.training;

import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.network.Gradients;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Strides;
import org.retrato.runtime.network.Tile;

/** Works on tiles in the memory of one thread: rows in, loss and gradients out. */
final class TileWorker {

    private final Tile tile;
    private final Batches batches;
    private final int width;
    private final Floats outputs;
    private final Floats targets;
    private final Floats gradientRows;
    private final Floats gradient;
    private final Execution loss;

    TileWorker(Model model, LossFunction loss, Batches batches) {
        var arena = new FloatArena();
        this.tile = new Tile(model, true, arena);
        this.batches = batches;
        this.width = model.network().outputs();
        this.outputs = Strides.tile(arena, Tile.ROWS, width);
        this.targets = Strides.tile(arena, Tile.ROWS, width);
        this.gradientRows = Strides.tile(arena, Tile.ROWS, width);
        this.gradient = Strides.tile(arena, Tile.ROWS, width);
        this.loss = loss.formula().start();
        this.loss.input(0, outputs);
        this.loss.input(1, targets);
        this.loss.output(1, gradientRows);
    }

    /** Computes the outputs of a tile, without gaps. */
    void outputs(int step, int first, int rows, Floats to) {
        batches.inputs(step, first, rows, tile.inputs());
        Strides.gather(tile.forward(rows), width, to, first, rows);
    }

    /** Adds the gradients of a tile, and returns the sum of its loss, for a loss whose rows are independent. */
    double learn(int step, int first, int rows, double scale, Gradients gradients) {
        batches.inputs(step, first, rows, tile.inputs());
        batches.targets(step, first, rows, targets);
        Strides.gather(tile.forward(rows), width, outputs, 0, rows);
        loss.input(2, scale);
        loss.run(rows);
        Strides.spread(gradientRows, 0, gradient, width, rows);
        tile.backward(gradient, rows, gradients);
        return loss.output(0);
    }

    /** Adds the gradients of a tile, given those of the outputs of the whole batch. */
    void learn(int step, int first, int rows, Floats outputGradients, Gradients gradients) {
        batches.inputs(step, first, rows, tile.inputs());
        tile.forward(rows);
        Strides.spread(outputGradients, first, gradient, width, rows);
        tile.backward(gradient, rows, gradients);
    }
}
