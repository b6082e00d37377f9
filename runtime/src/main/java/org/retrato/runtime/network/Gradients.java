package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.matrix.Block;

/**
 * Sums the gradients of the weights and biases of all layers over the rows of a batch: one chain of additions for each, in the
 * order of the rows. So the sums depend on nothing else, neither on tiles nor on threads.
 */
public final class Gradients {

    private static final int TASKS_PER_THREAD = 2;

    private final List<DenseLayer> layers;
    private final List<Floats> weights = new ArrayList<>();
    private final List<Floats> biases = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Floats> scratch = new ArrayList<>();

    /** A part of the gradients of one layer. */
    private record Task(int layer, Block block) {}

    /**
     * Makes room for the gradients.
     *
     * @param threads how many threads share the tasks
     */
    public Gradients(List<DenseLayer> layers, int threads, FloatArena arena) {
        this.layers = layers;
        var parameters = layers.stream()
                .mapToLong(layer -> layer.packedWeights().length())
                .sum();
        for (var layer = layers.size() - 1; layer >= 0; layer--) {
            var layout = layers.get(layer).products().weights();
            var share = (long) layers.get(layer).packedWeights().length() * TASKS_PER_THREAD * threads / parameters;
            for (var block : Block.of(layout, threads == 1 ? 1 : (int) share)) {
                tasks.add(new Task(layer, block));
            }
        }
        for (var layer : layers) {
            weights.add(arena.allocate(layer.packedWeights().length()));
            biases.add(arena.allocate(layer.packedBiases().length()));
        }
        for (var thread = 0; thread < threads; thread++) {
            scratch.add(arena.allocate(layers.getFirst().products().scratch()));
        }
    }

    /** Returns the number of tasks into which the work is cut. */
    public int tasks() {
        return tasks.size();
    }

    /**
     * Adds the gradients of some tiles, in their order, as far as one task goes.
     *
     * @param tiles holds the tiles that went forward and backward
     * @param count how many of them, from the first
     * @param first whether these are the first rows of a batch: what was there is overwritten
     * @param worker the number of the thread that does the task
     */
    public void add(int task, List<Tile> tiles, int count, boolean first, int worker) {
        var layer = tasks.get(task).layer();
        var block = tasks.get(task).block();
        var products = layers.get(layer).products();
        for (var i = 0; i < count; i++) {
            var tile = tiles.get(i);
            products.weightGradient(
                    tile.x(layer),
                    tile.dz(layer),
                    weights.get(layer),
                    biases.get(layer),
                    tile.rows(),
                    first && i == 0,
                    block,
                    scratch.get(worker));
        }
    }

    /** Returns the gradient of a layer's weights, in panels as {@link DenseLayer#packedWeights}. */
    public Floats weights(int layer) {
        return weights.get(layer);
    }

    /** Returns the gradient of a layer's biases. */
    public Floats biases(int layer) {
        return biases.get(layer);
    }
}
