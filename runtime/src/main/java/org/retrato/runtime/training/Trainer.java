package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.retrato.api.Style;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.graph.Shape;
import org.retrato.runtime.network.Gradients;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Tile;

/**
 * Trains a model step by step.
 *
 * <p>A batch is cut into tiles, and the tiles into a fixed number of slots. Each slot sums its gradients in the order of its
 * rows, and the slots are added in their order: neither depends on the number of threads, so neither do the weights.
 */
public final class Trainer {

    /** The most slots of a batch, and so the most threads that can share its work; part of the order of sums. */
    public static final int SLOTS = 8;

    private final Model model;
    private final Settings settings;
    private final FloatArena arena = new FloatArena();
    private final Workers workers;
    private final Batches batches;
    private final LossFunction loss;
    private final LearningRate learningRate;
    private final @Nullable WholeBatch wholeBatch;
    private final TileWorker[] tileWorkers;
    private final List<Gradients> slots = new ArrayList<>();
    private final double[] slotLoss;
    private final List<ParameterUpdate> updates = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private int step;

    /** One part of one parameter, the work of one task. */
    private record Part(ParameterUpdate update, int part) {}

    /** Prepares training; formulas are recorded and compiled here, and refused if they do not fit. */
    public Trainer(Model model, Style style, Samples samples, Settings settings, Compiler compiler, Workers workers) {
        this.model = model;
        this.settings = settings;
        this.workers = workers;
        requireWidths(model, samples);
        batches = new Batches(samples, settings);
        loss = LossFunction.of(style.loss(), model.network().outputs(), compiler);
        learningRate = new LearningRate(style.optimizer().learningRate(), style.schedule(), settings.steps(), compiler);
        wholeBatch =
                loss.rowwise() ? null : new WholeBatch(loss, model.network().outputs(), batches);
        tileWorkers = new TileWorker[workers.threads()];
        slotLoss = new double[Math.min(SLOTS, tiles())];
        for (var slot = 0; slot < slotLoss.length; slot++) {
            slots.add(new Gradients(model.layers(), arena));
        }
        for (var layer = 0; layer < model.layers().size(); layer++) {
            addUpdates(style, layer, compiler);
        }
        for (var update : updates) {
            for (var part = 0; part < update.parts(); part++) {
                parts.add(new Part(update, part));
            }
        }
    }

    private static void requireWidths(Model model, Samples samples) {
        var network = model.network();
        if (samples.inputWidth() != network.inputs() || samples.targetWidth() != network.outputs()) {
            throw new IllegalArgumentException(
                    "the samples have " + samples.inputWidth() + " inputs and " + samples.targetWidth()
                            + " targets, the network " + network.inputs() + " and " + network.outputs());
        }
    }

    private void addUpdates(Style style, int index, Compiler compiler) {
        var layer = model.layers().get(index);
        var weights = OptimizerFormula.of(
                style.optimizer(), Shape.of(layer.inputs(), layer.outputs()), slots.size(), compiler);
        var biases = OptimizerFormula.of(style.optimizer(), Shape.of(layer.outputs()), slots.size(), compiler);
        updates.add(ParameterUpdate.of(
                weights,
                layer.packedWeights(),
                slots.stream().map(slot -> slot.weights(index)).toList(),
                new Layout.Panels(layer.products().weights()),
                arena));
        updates.add(ParameterUpdate.of(
                biases,
                layer.packedBiases(),
                slots.stream().map(slot -> slot.biases(index)).toList(),
                new Layout.Row(layer.outputs()),
                arena));
    }

    /** Returns the model that is being trained. */
    public Model model() {
        return model;
    }

    /** Returns whether all steps have been taken. */
    public boolean isFinished() {
        return step == settings.steps();
    }

    /** Takes the remaining steps, telling the listener after each. */
    public void train(Consumer<Progress> listener) {
        while (!isFinished()) {
            listener.accept(step());
        }
    }

    /**
     * Takes one step.
     *
     * @throws DivergedException if the loss is not finite; the weights are those that gave it, and of no use any more
     */
    public Progress step() {
        if (isFinished()) {
            throw new IllegalStateException("all " + settings.steps() + " steps have been taken");
        }
        var rate = learningRate.at(step);
        var mean = gradients() / loss.elements(batches.rows());
        if (!Double.isFinite(mean)) {
            throw new DivergedException(step + 1, mean, rate);
        }
        step++;
        workers.run(parts.size(), (index, _) -> {
            var part = parts.get(index);
            part.update().run(part.part(), rate, step);
        });
        workers.run(
                model.layers().size(), (index, _) -> model.layers().get(index).transpose());
        return new Progress(step, settings.steps(), mean, rate);
    }

    /** Computes the gradients of a batch by slots, and returns the sum of its loss. */
    private double gradients() {
        var scale = 1.0 / loss.elements(batches.rows());
        if (wholeBatch == null) {
            workers.run(slots.size(), (slot, worker) -> learn(slot, worker(worker), scale));
            var sum = 0.0;
            for (var slotSum : slotLoss) {
                sum += slotSum;
            }
            return sum;
        }
        var whole = wholeBatch;
        workers.run(tiles(), (tile, worker) -> {
            var first = tile * Tile.ROWS;
            worker(worker).outputs(step, first, rows(first), whole.outputs());
        });
        var sum = whole.run(step, scale);
        workers.run(slots.size(), (slot, worker) -> learn(slot, worker(worker), whole.gradient()));
        return sum;
    }

    private void learn(int slot, TileWorker worker, double scale) {
        slots.get(slot).clear();
        var sum = 0.0;
        for (var tile = firstTile(slot); tile < firstTile(slot + 1); tile++) {
            var first = tile * Tile.ROWS;
            sum += worker.learn(step, first, rows(first), scale, slots.get(slot));
        }
        slotLoss[slot] = sum;
    }

    private void learn(int slot, TileWorker worker, Floats outputGradients) {
        slots.get(slot).clear();
        for (var tile = firstTile(slot); tile < firstTile(slot + 1); tile++) {
            var first = tile * Tile.ROWS;
            worker.learn(step, first, rows(first), outputGradients, slots.get(slot));
        }
    }

    private TileWorker worker(int index) {
        if (tileWorkers[index] == null) {
            tileWorkers[index] = new TileWorker(model, loss, batches);
        }
        return tileWorkers[index];
    }

    private int tiles() {
        return Math.ceilDiv(batches.rows(), Tile.ROWS);
    }

    private int firstTile(int slot) {
        return (int) ((long) tiles() * slot / slotLoss.length);
    }

    private int rows(int first) {
        return Math.min(Tile.ROWS, batches.rows() - first);
    }
}
