package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.network.Gradients;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.ParameterGradients;
import org.retrato.runtime.network.Tile;

/**
 * Computes the loss and the gradients of a batch.
 *
 * <pre>
 *   batch ─▶ group of tiles ─▶ each tile forward, loss, backward ─▶ all tiles of the group, in order, to the gradients ─▶ next group
 * </pre>
 *
 * <p>There is a tile for each thread in a group, while it is in the cache; the results know nothing of that, since every sum
 * goes over the rows in their order.
 */
final class Backpropagation {

    private static final int FEWEST_ROWS = 32;

    private final LossFunction loss;
    private final Batches batches;
    private final Workers workers;
    private final @Nullable WholeBatch wholeBatch;
    private final int rowsOfTile;
    private final int count;
    private final List<TrainingTile> group = new ArrayList<>();
    private final List<Tile> tiles = new ArrayList<>();
    private final Gradients gradients;
    private final ParameterGradients learned;

    // made once, so that a step allocates nothing; what they work on is below
    private final Workers.Task outputs = (tile, _) -> outputs(tile);
    private final Workers.Task learning = (tile, _) -> learn(tile);
    private final Workers.Task adding = this::add;
    private int step;
    private int first;
    private int tilesNow;

    Backpropagation(Model model, LossFunction loss, Batches batches, Workers workers, FloatArena arena) {
        this.loss = loss;
        this.batches = batches;
        this.workers = workers;
        wholeBatch =
                loss.rowwise() ? null : new WholeBatch(loss, model.network().outputs(), batches);
        rowsOfTile = rowsOfTile(batches.rows(), workers.threads(), Tile.mostRows(model));
        count = Math.ceilDiv(batches.rows(), rowsOfTile);
        gradients = new Gradients(model.layers(), workers.threads(), arena);
        learned = new ParameterGradients(model, arena);
        while (group.size() < Math.min(count, workers.threads())) {
            var tile = new TrainingTile(model, loss, batches, rowsOfTile, arena);
            group.add(tile);
            tiles.add(tile.tile());
        }
    }

    /** Cuts the rows into tiles for all threads, none much smaller than the others. */
    static int rowsOfTile(int rows, int threads, int most) {
        var tiles = Math.ceilDiv(rows, most);
        var shared = Math.min(roundUp(tiles, threads), Math.ceilDiv(rows, FEWEST_ROWS));
        return Tile.padded(Math.ceilDiv(rows, Math.max(tiles, shared)));
    }

    private static int roundUp(int number, int multiple) {
        return Math.ceilDiv(number, multiple) * multiple;
    }

    /** Returns what {@link #run} computes. */
    Gradients gradients() {
        return gradients;
    }

    /** Returns the gradients of what the activations learn, which {@link #run} computes too. */
    ParameterGradients learned() {
        return learned;
    }

    /** Computes the gradients of the mean loss of a batch, and returns the sum of its loss. */
    double run(int step) {
        this.step = step;
        var sum = wholeBatch != null ? run(wholeBatch) : runTiles();
        learned.finish();
        return sum;
    }

    private double runTiles() {
        var sum = 0.0;
        for (first = 0; first < count; first += tilesNow) {
            learnGroup();
            for (var tile = 0; tile < tilesNow; tile++) {
                sum = group.get(tile).addLoss(sum, rows(first + tile));
            }
        }
        return sum;
    }

    private double run(WholeBatch whole) {
        for (first = 0; first < count; first += tilesNow) {
            tilesNow = Math.min(group.size(), count - first);
            workers.run(tilesNow, outputs);
        }
        var sum = whole.run(step, scale());
        for (first = 0; first < count; first += tilesNow) {
            learnGroup();
        }
        return sum;
    }

    private void learnGroup() {
        tilesNow = Math.min(group.size(), count - first);
        workers.run(tilesNow, learning);
        workers.run(gradients.tasks() + learned.tasks(), adding);
    }

    private void outputs(int tile) {
        if (wholeBatch != null) {
            group.get(tile).outputs(step, firstRow(first + tile), rows(first + tile), wholeBatch.outputs());
        }
    }

    private void learn(int tile) {
        var row = firstRow(first + tile);
        if (wholeBatch == null) {
            group.get(tile).learn(step, row, rows(first + tile), scale());
        } else {
            group.get(tile).learn(step, row, rows(first + tile), wholeBatch.gradient());
        }
    }

    private void add(int task, int worker) {
        if (task < gradients.tasks()) {
            gradients.add(task, tiles, tilesNow, first == 0, worker);
        } else {
            learned.add(task - gradients.tasks(), tiles, tilesNow, first == 0);
        }
    }

    private double scale() {
        return 1.0 / loss.elements(batches.rows());
    }

    private int firstRow(int tile) {
        return tile * rowsOfTile;
    }

    private int rows(int tile) {
        return Math.min(rowsOfTile, batches.rows() - firstRow(tile));
    }
}
