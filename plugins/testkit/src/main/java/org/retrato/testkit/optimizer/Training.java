package org.retrato.testkit.optimizer;

import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Randomness;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.DivergedException;
import org.retrato.runtime.training.Settings;
import org.retrato.runtime.training.Trainer;

/** Trains on problems as users do: by the runtime, in float32, on whole networks. */
final class Training {

    private static final Compiler COMPILER = new Compiler(new KernelCompiler());

    private Training() {}

    /** Prepares a training. */
    static Trainer of(Problem problem, Optimizer optimizer, Schedule schedule, int steps, Workers workers) {
        var style = new Composition(problem.activation(), problem.loss(), optimizer, schedule);
        var model = new Model(problem.network(), style.activation(), style.loss(), Randomness.of(7), COMPILER);
        return new Trainer(model, style, problem.samples(), new Settings(steps, problem.batch(), 7), COMPILER, workers);
    }

    /** Takes some steps at a multiple of the optimizer's learning rate. */
    static Trainer at(double factor, Problem problem, Optimizer optimizer, int steps) {
        try (var workers = new Workers(1)) {
            var trainer = of(problem, optimizer, (step, _) -> step.constant(factor), steps, workers);
            trainer.train(_ -> {});
            return trainer;
        }
    }

    /** Takes some steps at a multiple of the optimizer's learning rate that falls along a line; nothing if it diverges. */
    static Optional<Trainer> falling(double factor, Problem problem, Optimizer optimizer, int steps) {
        try (var workers = new Workers(1)) {
            Schedule line = (step, last) -> step.div(last).rsub(1).mul(factor);
            var trainer = of(problem, optimizer, line, steps, workers);
            trainer.train(_ -> {});
            return Optional.of(trainer);
        } catch (DivergedException diverged) {
            return Optional.empty();
        }
    }

    /** Returns the least of what comes of several multiples of the learning rate, the first that is small enough if one is. */
    static double best(double enough, DoubleStream factors, DoubleFunction<Double> attempt) {
        var best = Double.POSITIVE_INFINITY;
        for (var factor : factors.toArray()) {
            var reached = attempt.apply(factor);
            best = reached < best ? reached : best;
            if (best < enough) {
                return best;
            }
        }
        return best;
    }

    /** Returns all weights and biases, layer by layer. */
    static double[] parameters(Model model) {
        return model.layers().stream()
                .flatMapToDouble(layer -> DoubleStream.concat(doubles(layer.weights()), doubles(layer.biases())))
                .toArray();
    }

    private static DoubleStream doubles(float... numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]);
    }
}
