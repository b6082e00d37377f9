package org.retrato.testkit.optimizer;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.retrato.api.Optimizer;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.training.DivergedException;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.rule.Outcome;

/** Looks at what trainings with an optimizer come to. */
final class Progress {

    private static final String SIGN = "look at the sign of the update: the parameter goes against the gradient";
    private static final String UNDEFINED =
            "look for roots and logarithms of what may be negative, and for what divides by 0";
    private static final String STALL =
            "look whether steps die out, or never get smaller: at a suitable learning rate they follow the gradient";

    private Progress() {}

    private static DoubleStream factors() {
        return DoubleStream.of(1, 10, 100, 0.1, 1000, 0.01, 1e4, 1e-3);
    }

    static Outcome twentySteps(Optimizer optimizer) {
        return descends(Problem.saddle(), optimizer, "on a small network");
    }

    static Outcome single(Optimizer optimizer) {
        return descends(Problem.single(), optimizer, "with one weight and one bias");
    }

    private static Outcome descends(Problem problem, Optimizer optimizer, String where) {
        var ratio = Training.best(1, DoubleStream.of(1, 0.1, 0.01), factor -> change(factor, problem, optimizer));
        if (!Double.isFinite(ratio)) {
            return broken(where + " the loss is no longer finite after twenty steps", UNDEFINED);
        }
        return ratio < 1
                ? kept()
                : broken(
                        "%s the loss changes by a factor of %s in twenty steps".formatted(where, Digits.of(ratio)),
                        SIGN);
    }

    /** Returns the loss after twenty steps, as a share of what it was. */
    private static double change(double factor, Problem problem, Optimizer optimizer) {
        var losses = new double[21];
        try (var workers = new Workers(1)) {
            Training.of(problem, optimizer, (step, _) -> step.constant(factor), 21, workers)
                    .train(progress -> losses[progress.step() - 1] = progress.loss());
            return losses[20] / losses[0];
        } catch (DivergedException diverged) {
            return Double.POSITIVE_INFINITY;
        }
    }

    static Outcome quadratic(Optimizer optimizer) {
        return reaches(Problem.quadratic(), optimizer, 400, 1e-4);
    }

    static Outcome rosenbrock(Optimizer optimizer) {
        return reaches(Problem.rosenbrock(), optimizer, 4000, 1e-2);
    }

    private static Outcome reaches(Problem problem, Optimizer optimizer, int steps, double enough) {
        var start = loss(problem, optimizer, 1e-30, 2);
        var best = Training.best(enough * start, factors(), factor -> loss(problem, optimizer, factor, steps));
        return best < enough * start
                ? kept("from %s to %s".formatted(Digits.of(start), Digits.of(best)))
                : broken(
                        "in %d steps the loss goes from %s to %s at best"
                                .formatted(steps, Digits.of(start), Digits.of(best)),
                        STALL);
    }

    private static double loss(Problem problem, Optimizer optimizer, double factor, int steps) {
        return Training.falling(factor, problem, optimizer, steps)
                .map(trainer -> trainer.progress().loss())
                .orElse(Double.POSITIVE_INFINITY);
    }

    static Outcome noisy(Optimizer optimizer) {
        var enough = 0.02;
        var best = Training.best(
                enough,
                factors(),
                factor -> Training.falling(factor, Problem.noisy(), optimizer, 400)
                        .map(trainer -> error(trainer.model()))
                        .orElse(Double.POSITIVE_INFINITY));
        return best < enough
                ? kept("mean square error " + Digits.of(best))
                : broken(
                        "the planes are missed by a mean square of %s at best, where %s is near enough"
                                .formatted(Digits.of(best), Digits.of(enough)),
                        STALL);
    }

    private static double error(Model model) {
        return IntStream.range(0, 25)
                .mapToDouble(i -> {
                    var point = new float[] {i % 5 - 2, 0.3f * (i / 5 - 2)};
                    var predicted = model.predict(new float[][] {point})[0];
                    var planes = Problem.planes(point);
                    return (Math.pow(predicted[0] - planes[0], 2) + Math.pow(predicted[1] - planes[1], 2)) / 2;
                })
                .average()
                .orElseThrow();
    }

    static Outcome rate(Optimizer optimizer) {
        var still = way(0, optimizer, 5);
        if (still != 0) {
            return broken(
                    "at a learning rate of 0 the parameters move by " + Digits.of(still),
                    "multiply all that moves a parameter by step.learningRate(), weight decay too");
        }
        var whole = way(1, optimizer, 1);
        var small = way(1e-3, optimizer, 1);
        return small < 0.1 * whole
                ? kept()
                : broken(
                        "a step at the whole learning rate moves the parameters by %s, at a thousandth by %s"
                                .formatted(Digits.of(whole), Digits.of(small)),
                        "multiply the update by step.learningRate(), not by the field");
    }

    /** Returns how far some steps lead. */
    private static double way(double factor, Optimizer optimizer, int steps) {
        try (var workers = new Workers(1)) {
            var trainer = Training.of(Problem.saddle(), optimizer, (step, _) -> step.constant(factor), steps, workers);
            var before = Training.parameters(trainer.model());
            trainer.train(_ -> {});
            var after = Training.parameters(trainer.model());
            return IntStream.range(0, after.length)
                    .mapToDouble(i -> Math.abs(after[i] - before[i]))
                    .sum();
        }
    }

    static Outcome threads(Optimizer optimizer) {
        var alone = hash(optimizer, 1);
        for (var threads = 2; threads <= 3; threads++) {
            if (!hash(optimizer, threads).equals(alone)) {
                return broken(
                        "ten steps on %d threads lead to other weights than on one".formatted(threads),
                        "compute from the step and the hyperparameters alone: the formula must not look at the machine");
            }
        }
        return kept();
    }

    private static String hash(Optimizer optimizer, int threads) {
        try (var workers = new Workers(threads)) {
            var trainer = Training.of(Problem.saddle(), optimizer, (step, _) -> step.constant(1), 10, workers);
            trainer.train(_ -> {});
            return trainer.model().sha256();
        }
    }
}
