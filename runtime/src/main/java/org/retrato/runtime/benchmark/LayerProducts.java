package org.retrato.runtime.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.compile.matrix.Block;
import org.retrato.runtime.compile.matrix.DenseProducts;
import org.retrato.runtime.compile.matrix.PanelLayout;
import org.retrato.runtime.network.Tile;

/** Holds a dense layer and a batch in tiles, and computes one of the three products of a training step. */
final class LayerProducts {

    private static final int TASKS_PER_THREAD = 2;

    private final DenseProducts products;
    private final Workers workers;
    private final int rows;
    private final FloatArena arena = new FloatArena();
    private final Random random = new Random(1);
    private final List<Floats> inputs = new ArrayList<>();
    private final List<Floats> outputs = new ArrayList<>();
    private final List<Floats> scratch = new ArrayList<>();
    private final Floats weights;
    private final Floats transposed;
    private final Floats biases;
    private final Floats gradient;
    private final List<Block> blocks;

    LayerProducts(int inputWidth, int outputWidth, int rows, Workers workers) {
        this.products = new DenseProducts(inputWidth, outputWidth, VectorWidth.current());
        this.workers = workers;
        this.rows = rows;
        for (var first = 0; first < rows; first += Tile.ROWS) {
            inputs.add(tile(inputWidth));
            outputs.add(tile(outputWidth));
        }
        for (var worker = 0; worker < workers.threads(); worker++) {
            scratch.add(arena.allocate(products.scratch()));
        }
        weights = filled(arena.allocate(products.weights().length()));
        transposed = filled(arena.allocate(products.transposed().length()));
        biases = filled(arena.allocate(products.weights().panels() * PanelLayout.WIDTH));
        gradient = arena.allocate(products.weights().length());
        blocks = Block.of(products.weights(), workers.threads() == 1 ? 1 : workers.threads() * TASKS_PER_THREAD);
    }

    /** Computes {@code y = xW + b}. */
    void forward() {
        workers.run(
                inputs.size(),
                (tile, _) -> products.forward(weights, biases, inputs.get(tile), outputs.get(tile), rows(tile)));
    }

    /** Computes {@code dx = dy Wᵀ}. */
    void inputGradient() {
        workers.run(
                inputs.size(),
                (tile, _) -> products.inputGradient(transposed, outputs.get(tile), inputs.get(tile), rows(tile)));
    }

    /** Computes {@code dW = xᵀ dy}. */
    void weightGradient() {
        workers.run(blocks.size(), (block, worker) -> {
            for (var tile = 0; tile < inputs.size(); tile++) {
                products.weightGradient(
                        inputs.get(tile),
                        outputs.get(tile),
                        gradient,
                        biases,
                        rows(tile),
                        tile == 0,
                        blocks.get(block),
                        scratch.get(worker));
            }
        });
    }

    /** Returns memory for a tile, units × rows or rows × units. */
    private Floats tile(int width) {
        return filled(arena.allocate(Math.max(PanelLayout.room(Tile.ROWS, width), PanelLayout.room(width, Tile.ROWS))));
    }

    private Floats filled(Floats floats) {
        for (var i = 0; i < floats.length(); i++) {
            floats.array()[floats.offset() + i] = (random.nextFloat() - 0.5f) / 16;
        }
        return floats;
    }

    private int rows(int tile) {
        return Math.min(Tile.ROWS, rows - tile * Tile.ROWS);
    }
}
