package org.retrato.runtime.benchmark;

import java.util.Random;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.compile.matrix.DenseProducts;
import org.retrato.runtime.network.Strides;
import org.retrato.runtime.network.Tile;

/** Holds a dense layer and a batch, and computes one of the three products of a training step by tiles of rows. */
final class LayerProducts {

    private final DenseProducts products;
    private final Workers workers;
    private final int rows;
    private final FloatArena arena = new FloatArena();
    private final Random random = new Random(1);
    private final int inputStride;
    private final int outputStride;
    private final Floats inputs;
    private final Floats outputs;
    private final Floats weights;
    private final Floats transposed;
    private final Floats biases;
    private final Floats[] gradients;

    LayerProducts(int inputWidth, int outputWidth, int rows, Workers workers) {
        this.products = new DenseProducts(inputWidth, outputWidth, VectorWidth.current());
        this.workers = workers;
        this.rows = rows;
        inputStride = Strides.of(inputWidth);
        outputStride = Strides.of(outputWidth);
        inputs = filled(inputStride * room());
        outputs = filled(outputStride * room());
        weights = filled(products.weights().length());
        transposed = filled(products.transposed().length());
        biases = filled(outputStride);
        gradients = new Floats[workers.threads()];
        for (var worker = 0; worker < gradients.length; worker++) {
            gradients[worker] = filled(products.weights().length());
        }
    }

    /** Computes {@code y = xW + b}. */
    void forward() {
        workers.run(tiles(), (tile, _) -> {
            var first = tile * Tile.ROWS;
            products.forward(
                    weights, biases, from(inputs, first, inputStride), from(outputs, first, outputStride), rows(first));
        });
    }

    /** Computes {@code dx = dy Wᵀ}. */
    void inputGradient() {
        workers.run(tiles(), (tile, _) -> {
            var first = tile * Tile.ROWS;
            products.inputGradient(
                    transposed, from(outputs, first, outputStride), from(inputs, first, inputStride), rows(first));
        });
    }

    /** Computes {@code dW = xᵀ dy}, a sum for each thread. */
    void weightGradient() {
        workers.run(tiles(), (tile, worker) -> {
            var first = tile * Tile.ROWS;
            products.weightGradient(
                    from(inputs, first, inputStride),
                    from(outputs, first, outputStride),
                    gradients[worker],
                    rows(first));
        });
    }

    private Floats filled(int length) {
        var floats = arena.allocate(length);
        for (var i = 0; i < length; i++) {
            floats.array()[floats.offset() + i] = (random.nextFloat() - 0.5f) / 16;
        }
        return floats;
    }

    private int tiles() {
        return Math.ceilDiv(rows, Tile.ROWS);
    }

    private int room() {
        return tiles() * Tile.ROWS;
    }

    private int rows(int first) {
        return Math.min(Tile.ROWS, rows - first);
    }

    private static Floats from(Floats all, int row, int stride) {
        return all.slice(row * stride, Tile.ROWS * stride);
    }
}
