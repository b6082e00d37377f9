package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.retrato.api.Style;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.graph.Shape;
import org.retrato.runtime.network.DenseLayer;
import org.retrato.runtime.network.Model;

/** Trains a model step by step. The weights depend on the seed, but not on the number of threads. */
public final class Trainer {

    private final Model model;
    private final Settings settings;
    private final FloatArena arena = new FloatArena();
    private final Workers workers;
    private final LossFunction loss;
    private final int rows;
    private final LearningRate learningRate;
    private final Backpropagation backpropagation;
    private final List<Part> parts = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();

    // made once, so that a step allocates nothing; what they work on is below
    private final Workers.Task updating = (index, _) -> update(parts.get(index));
    private final Workers.Task transposing = (index, _) -> transpose(panels.get(index));
    private int step;
    private double rate;
    private double meanLoss;

    /** One part of one parameter, the work of one task. */
    private record Part(ParameterUpdate update, int part) {}

    /** One panel of the transposed weights of a layer, the work of one task. */
    private record Panel(DenseLayer layer, int panel) {}

    /** Prepares training; formulas are recorded and compiled here, and refused if they do not fit. */
    public Trainer(Model model, Style style, Samples samples, Settings settings, Compiler compiler, Workers workers) {
        this.model = model;
        this.settings = settings;
        this.workers = workers;
        requireWidths(model, samples);
        var batches = new Batches(samples, settings);
        rows = batches.rows();
        loss = LossFunction.of(style.loss(), model.network().outputs(), compiler);
        learningRate = new LearningRate(style.optimizer().learningRate(), style.schedule(), settings.steps(), compiler);
        backpropagation = new Backpropagation(model, loss, batches, workers, arena);
        for (var layer = 0; layer < model.layers().size(); layer++) {
            addUpdates(style, layer, compiler);
        }
        for (var layer = 0; layer < model.learned().size(); layer++) {
            addLearned(style, layer, compiler);
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
        var gradients = backpropagation.gradients();
        add(ParameterUpdate.of(
                OptimizerFormula.of(style.optimizer(), Shape.of(layer.inputs(), layer.outputs()), compiler),
                layer.packedWeights(),
                gradients.weights(index),
                new Layout.Panels(layer.products().weights()),
                arena));
        add(ParameterUpdate.of(
                OptimizerFormula.of(style.optimizer(), Shape.of(layer.outputs()), compiler),
                layer.packedBiases(),
                gradients.biases(index),
                new Layout.Row(layer.outputs()),
                arena));
        for (var panel = 0; panel < layer.transposedPanels(); panel++) {
            panels.add(new Panel(layer, panel));
        }
    }

    private void addLearned(Style style, int layer, Compiler compiler) {
        var parameters = model.learned().get(layer);
        for (var i = 0; i < parameters.count(); i++) {
            var shape = parameters.shape(i);
            add(ParameterUpdate.of(
                    OptimizerFormula.of(style.optimizer(), shape, compiler),
                    parameters.stored(i),
                    backpropagation.learned().gradient(layer, i),
                    new Layout.Row(shape.elements(1)),
                    arena));
        }
    }

    private void add(ParameterUpdate update) {
        for (var part = 0; part < update.parts(); part++) {
            parts.add(new Part(update, part));
        }
    }

    /** Returns the model that is being trained. */
    public Model model() {
        return model;
    }

    /** Returns whether all steps have been taken. */
    public boolean isFinished() {
        return step == settings.steps();
    }

    /** Returns how far training has come; before the first step the loss is 0. */
    public Progress progress() {
        return new Progress(step, settings.steps(), meanLoss, rate);
    }

    /** Takes the remaining steps, telling the listener after each. */
    public void train(Consumer<Progress> listener) {
        while (!isFinished()) {
            step();
            listener.accept(progress());
        }
    }

    /**
     * Takes one step. Nothing is allocated once the first few have been taken.
     *
     * @throws DivergedException if the loss is not finite; the weights are those that gave it, and of no use any more
     */
    public void step() {
        if (isFinished()) {
            throw new IllegalStateException("all " + settings.steps() + " steps have been taken");
        }
        rate = learningRate.at(step);
        meanLoss = backpropagation.run(step) / loss.elements(rows);
        if (!Double.isFinite(meanLoss)) {
            throw new DivergedException(step + 1, meanLoss, rate);
        }
        step++;
        workers.run(parts.size(), updating);
        workers.run(panels.size(), transposing);
    }

    private void update(Part part) {
        part.update().run(part.part(), rate, step);
    }

    private static void transpose(Panel panel) {
        panel.layer().transpose(panel.panel());
    }
}
