package org.retrato.runtime.training;

import static org.retrato.api.Tensor.where;

import java.util.List;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.api.Schedule;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.graph.Gradient;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;
import org.retrato.runtime.network.Fourier;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;

/**
 * A training whose weights are the same everywhere. Together they use every function of the api, every way in which formulas
 * are run, and sizes that divide nothing.
 *
 * @param batch the rows of a step; 0 for all
 */
record ReferenceTraining(
        String name, Activation activation, Loss loss, Optimizer optimizer, Schedule schedule, int batch) {

    static final List<ReferenceTraining> ALL = List.of(
            new ReferenceTraining(
                    "waves", x -> x.sin().add(x.mul(2).cos()), Training.SQUARED, new Adam(0.01), cosine(), 0),
            new ReferenceTraining(
                    "bell",
                    x -> x.mul(x.mul(0.7).erf().add(1)),
                    (output, target) -> output.sub(target).mul(2).softplus().sub(output.sub(target)),
                    new Optimizers.Centred(0.01),
                    (step, steps) -> step.rpow(0.9),
                    300),
            new ReferenceTraining(
                    "mish",
                    x -> x.mul(x.softplus().tanh()),
                    (output, target) -> {
                        var error = output.sub(target).abs();
                        return where(
                                error.lessOrEqual(0.3),
                                error.square(),
                                error.mul(0.6).sub(0.09));
                    },
                    new Optimizers.Nesterov(0.05),
                    Training.CONSTANT,
                    65),
            new ReferenceTraining(
                    "exponential branch, loss of the batch",
                    x -> where(x.greaterThan(0), x, x.expm1()),
                    (output, target) -> output.sub(target).square().mean().sqrt(),
                    new Adam(0.01),
                    Training.CONSTANT,
                    0),
            new ReferenceTraining(
                    "powers",
                    x -> x.sign().mul(x.abs().add(1).pow(0.3).sub(1)),
                    (output, target) -> output.sub(target).abs().pow(1.5),
                    new Optimizers.Powers(0.01),
                    Training.CONSTANT,
                    129),
            new ReferenceTraining(
                    "gated rows, categories",
                    x -> x.slice(-1, 0, x.size(-1) / 2)
                            .mul(x.slice(-1, x.size(-1) / 2, x.size(-1)).sigmoid()),
                    (output, target) ->
                            target.mul(output.logSoftmax(-1)).sum(-1).neg(),
                    new Adam(0.01),
                    Training.CONSTANT,
                    0),
            new ReferenceTraining(
                    "shares of rows, whole parameters",
                    x -> x.softmax(-1).exp(),
                    Training.SQUARED,
                    new Optimizers.Normalized(0.1),
                    Training.CONSTANT,
                    0),
            new ReferenceTraining(
                    "stairs, matrices, single rows",
                    x -> x.clamp(-2, 2)
                            .add(x.mul(4).floor().mul(0.1))
                            .add(x.abs().log1p()),
                    (output, target) -> output.sub(target).square().add(1).log(),
                    new Optimizers.Orthogonal(0.1),
                    Training.CONSTANT,
                    1),
            new ReferenceTraining(
                    "learned slope",
                    x -> where(x.greaterThan(0), x, x.mul(x.parameter("slope", 0.25))),
                    Training.SQUARED,
                    new Adam(0.01),
                    Training.CONSTANT,
                    0),
            new ReferenceTraining(
                    "learned by units, whole parameters, loss of the batch",
                    x -> x.mul(x.mul(x.parameter("bend", 0.5, x.size(-1)).softplus())
                                    .sigmoid())
                            .mul(x.parameter("gain", 1.5)),
                    (output, target) -> output.sub(target).square().mean().sqrt(),
                    new Optimizers.Normalized(0.1),
                    Training.CONSTANT,
                    0),
            new ReferenceTraining(
                    "length of the whole gradient",
                    Training.TANH,
                    Training.SQUARED,
                    new Optimizers.Clipped(new Optimizers.Clipped(new Adam(0.01), 0.5), 0.1),
                    cosine(),
                    300),
            new ReferenceTraining(
                    "gradients uphill, whole parameters, loss of the batch",
                    Training.TANH,
                    (output, target) -> output.sub(target).square().mean().sqrt(),
                    new Optimizers.Uphill(new Optimizers.Clipped(new Optimizers.Orthogonal(0.1), 0.5), 0.1),
                    cosine(),
                    0),
            new ReferenceTraining(
                    "mean of all weights, by the loss",
                    Training.TANH,
                    Training.SQUARED,
                    new Optimizers.Uphill(new Optimizers.Averaged(0.1), 0.1),
                    Training.CONSTANT,
                    300));

    /** Trains a network of odd sizes, and returns the hash of its weights. */
    String hash(long seed, Workers workers, Compiler compiler) {
        return hash(new Network(2, new Fourier(1, 5), List.of(34, 18), 3), 550, 3, batch, seed, workers, compiler);
    }

    /** Trains so small a network that an interpreter can, and returns the hash of its weights. */
    String tinyHash(Workers workers, Compiler compiler) {
        return hash(
                new Network(2, new Fourier(1, 2), List.of(6, 4), 3), 7, 2, Math.min(batch, 5), 9, workers, compiler);
    }

    private String hash(
            Network network, int rows, int steps, int batch, long seed, Workers workers, Compiler compiler) {
        var model = new Model(network, activation, loss, Randomness.of(seed), compiler);
        var style = new Composition(activation, loss, optimizer, schedule);
        var samples = Training.waves(rows, network.inputs(), network.outputs());
        var trainer = new Trainer(model, style, samples, new Settings(steps, batch, seed), compiler, workers);
        trainer.train(_ -> {});
        return trainer.model().sha256();
    }

    /** Records what is trained with: the formulas, and the gradients of all they yield. */
    List<Node> results() {
        var graph = Graph.ofActivation();
        var x = graph.input("x", Shape.of(Shape.BATCH, 6));
        var target = graph.input("target", x.shape());
        var y = (Node) activation.apply(x);
        var unreduced = (Node) loss.apply(x, target);
        return List.of(
                Gradient.of(y, graph.constant(1, y.shape()), List.of(x)).getFirst(),
                Gradient.of(unreduced, graph.constant(1, unreduced.shape()), List.of(x))
                        .getFirst(),
                y,
                unreduced,
                OptimizerTrace.of(optimizer, Shape.of(3, 2), Role.hidden()).updated());
    }

    private static Schedule cosine() {
        return (step, steps) -> where(
                step.lessThan(1),
                step.constant(0.5),
                step.div(steps).mul(Math.PI).cos().add(1).mul(0.5));
    }

    /** Prints the hashes of the tiny trainings, in their order. */
    public static void main(String[] arguments) {
        var compiler = new Compiler(new KernelCompiler());
        try (var workers = new Workers(2)) {
            ALL.forEach(training -> System.out.println(training.tinyHash(workers, compiler)));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
