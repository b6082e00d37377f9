package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.retrato.api.Role;
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
    private final NetworkUpdate update;
    private final Model evaluated;
    private final List<Panel> panels = new ArrayList<>();

    // made once, so that a step allocates nothing; what they work on is below
    private final Workers.Task transposing = (index, _) -> transpose(panels.get(index));
    private int step;
    private int evaluatedStep;
    private double rate;
    private double meanLoss;

    /** One panel of the transposed weights of a layer, the work of one task. */
    private record Panel(DenseLayer layer, int panel) {}

    /** Prepares training; formulas are recorded and compiled here, and refused if they do not fit. */
    public Trainer(Model model, Style style, Samples samples, Settings settings, Compiler compiler, Workers workers) {
        this.model = model;
        this.settings = settings;
        this.workers = workers;
        requireWidths(model, samples);
        var parts = Composition.of(style);
        var batches = new Batches(samples, settings);
        rows = batches.rows();
        loss = LossFunction.of(parts.loss(), model.network().outputs(), compiler);
        learningRate = new LearningRate(parts.learningRate(), parts.schedule(), settings.steps(), compiler);
        backpropagation = new Backpropagation(model, loss, batches, workers, arena);
        for (var layer : model.layers()) {
            for (var panel = 0; panel < layer.transposedPanels(); panel++) {
                panels.add(new Panel(layer, panel));
            }
        }
        update = new NetworkUpdate(parts.optimizer(), parameters(), this::gradientsAnew, compiler, workers, arena);
        evaluated = update.evaluates() ? model.copy() : model;
    }

    private static void requireWidths(Model model, Samples samples) {
        var network = model.network();
        if (samples.inputWidth() != network.inputs() || samples.targetWidth() != network.outputs()) {
            throw new IllegalArgumentException(
                    "the samples have " + samples.inputWidth() + " inputs and " + samples.targetWidth()
                            + " targets, the network " + network.inputs() + " and " + network.outputs());
        }
    }

    private List<StoredParameter> parameters() {
        var gradients = backpropagation.gradients();
        var parameters = new ArrayList<StoredParameter>();
        for (var index = 0; index < model.layers().size(); index++) {
            var layer = model.layers().get(index);
            parameters.add(new StoredParameter(
                    Shape.of(layer.inputs(), layer.outputs()),
                    role(index),
                    layer.packedWeights(),
                    gradients.weights(index),
                    new Layout.Panels(layer.products().weights())));
            parameters.add(new StoredParameter(
                    Shape.of(layer.outputs()),
                    Role.bias(),
                    layer.packedBiases(),
                    gradients.biases(index),
                    new Layout.Row(layer.outputs())));
        }
        for (var index = 0; index < model.learned().size(); index++) {
            var learned = model.learned().get(index);
            for (var i = 0; i < learned.count(); i++) {
                parameters.add(new StoredParameter(
                        learned.shape(i),
                        Role.bias(),
                        learned.stored(i),
                        backpropagation.learned().gradient(index, i),
                        new Layout.Row(learned.shape(i).elements(1))));
            }
        }
        return parameters;
    }

    private Role role(int layer) {
        if (layer == model.layers().size() - 1) {
            return Role.output();
        }
        return layer == 0 ? Role.input() : Role.hidden();
    }

    /**
     * Returns the model as far as it is trained. An optimizer may predict with other parameters than it trains (Schedule-Free):
     * then this is a copy with those, brought up to date whenever it is asked for.
     */
    public Model model() {
        if (evaluatedStep != step && evaluated != model) {
            var parameter = 0; // in the order of parameters()
            for (var layer : evaluated.layers()) {
                update.evaluate(parameter++, layer.packedWeights());
                update.evaluate(parameter++, layer.packedBiases());
            }
            for (var learned : evaluated.learned()) {
                for (var i = 0; i < learned.count(); i++) {
                    update.evaluate(parameter++, learned.stored(i));
                }
            }
            evaluatedStep = step;
        }
        return evaluated;
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
        var factor = learningRate.factor(step);
        rate = learningRate.times(factor);
        meanLoss = backpropagation.run(step) / loss.elements(rows);
        if (!Double.isFinite(meanLoss)) {
            throw new DivergedException(step + 1, meanLoss, rate);
        }
        update.run(rate, factor, step + 1, meanLoss);
        step++;
        workers.run(panels.size(), transposing);
    }

    /** Computes the gradients of the batch of this step at the parameters as they are now. */
    private void gradientsAnew() {
        workers.run(panels.size(), transposing);
        backpropagation.run(step);
    }

    private static void transpose(Panel panel) {
        panel.layer().transpose(panel.panel());
    }
}
