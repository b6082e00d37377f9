package org.retrato.testkit.optimizer;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.exempt;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.retrato.api.Optimizer;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.training.Compilation;
import org.retrato.runtime.training.DivergedException;
import org.retrato.testkit.Formulas;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.numeric.Probes;
import org.retrato.testkit.rule.Outcome;

/** Looks at the formula of an optimizer, step by step and given gradients. */
final class Updates {

    private static final Compiler COMPILER = new Compiler(new KernelCompiler());
    private static final Formulas EXACT = Formulas.inDoubles();
    private static final Formulas FLOATS = Formulas.compiled();
    private static final int LENGTH = 6;

    private Updates() {}

    static Outcome recorded(Optimizer optimizer) {
        Training.at(1, Problem.saddle(), optimizer, 1);
        var rate = optimizer.learningRate();
        return rate > 0 && rate < Double.POSITIVE_INFINITY
                ? kept()
                : broken(
                        "learningRate() is " + Digits.of(rate),
                        "give it a default above 0, and check it with Range.positive");
    }

    static Outcome resumed(Optimizer optimizer) {
        var straight = FLOATS.trajectory(optimizer, start(), gradients(), 20);
        var resumed = FLOATS.resumedTrajectory(optimizer, start(), gradients(), 20);
        for (var step = 0; step < 20; step++) {
            if (!Arrays.equals(straight.get(step), resumed.get(step))) {
                return broken(
                        "step %d leads to %s, but to %s if all was saved and restored before it"
                                .formatted(step + 1, Digits.of(straight.get(step)), Digits.of(resumed.get(step))),
                        "keep all that lives from step to step in step.state(...), nothing in static fields");
            }
        }
        return kept();
    }

    static Outcome precision(Optimizer optimizer) {
        var exact = EXACT.trajectory(optimizer, start(), gradients(), 100);
        var floats = FLOATS.trajectory(optimizer, start(), gradients(), 100);
        var way = 0.0;
        for (var step = 0; step < 100; step++) {
            for (var i = 0; i < LENGTH; i++) {
                way = Math.max(way, Math.abs(exact.get(step)[i] - start()[i]));
                var difference = Math.abs(floats.get(step)[i] - exact.get(step)[i]);
                // each step may round the parameter once
                if (!(difference <= 1e-3 * way + 1e-7 * (step + 1))) {
                    return broken(
                            "at step %d a parameter in float32 is off by %s, where parameters have moved by %s"
                                    .formatted(step + 1, Digits.of(difference), Digits.of(way)),
                            "keep running means of squares themselves, not differences of means; scalars are in doubles");
                }
            }
        }
        return kept();
    }

    static Outcome split(Optimizer optimizer) {
        if (!Compilation.of(optimizer, COMPILER).stream().allMatch(Compilation::elementwise)) {
            return exempt("its formula looks at more than one element: how parameters are split matters");
        }
        var whole = FLOATS.trajectory(optimizer, start(), gradients(), 20).getLast();
        for (var part : List.of(IntStream.range(0, 2), IntStream.range(2, LENGTH))) {
            var chosen = part.toArray();
            UnaryOperator<double[]> all = gradients();
            var alone = FLOATS.trajectory(
                            optimizer, chosen(chosen, start()), _ -> chosen(chosen, all.apply(start())), 20)
                    .getLast();
            if (!Arrays.equals(alone, chosen(chosen, whole))) {
                return broken(
                        "in a tensor of %d some parameters reach %s, in a tensor of %d they reach %s"
                                .formatted(LENGTH, Digits.of(chosen(chosen, whole)), chosen.length, Digits.of(alone)),
                        "do not put the size of the tensor into the formula");
            }
        }
        return kept();
    }

    private static double[] chosen(int[] indices, double... numbers) {
        return Arrays.stream(indices).mapToDouble(i -> numbers[i]).toArray();
    }

    static Outcome zero(Optimizer optimizer) {
        var problem = Problem.saddle();
        var flat = new Problem(
                problem.network(), problem.activation(), (output, _) -> output.mul(0), problem.samples(), 0);
        try {
            return finite(Training.parameters(Training.at(1, flat, optimizer, 5).model()), "gradients of zero");
        } catch (DivergedException diverged) {
            return finite(new double[] {Double.NaN}, "gradients of zero");
        }
    }

    static Outcome huge(Optimizer optimizer) {
        var ordinary = gradients();
        var calls = new int[1];
        var last = FLOATS.trajectory(
                        optimizer,
                        start(),
                        parameter -> {
                            var gradient = ordinary.apply(parameter);
                            var size = calls[0]++ == 2 ? 1e15 : 1;
                            return Arrays.stream(gradient)
                                    .map(number -> Probes.floats(number * size))
                                    .toArray();
                        },
                        6)
                .getLast();
        return finite(last, "a gradient of 1e15");
    }

    private static Outcome finite(double[] parameters, String after) {
        return Arrays.stream(parameters).allMatch(Double::isFinite)
                ? kept()
                : broken(
                        "after " + after + " a parameter is "
                                + Digits.of(Arrays.stream(parameters)
                                        .filter(number -> !Double.isFinite(number))
                                        .findFirst()
                                        .orElse(0)),
                        "add a small number to what divides, and do not take high powers of the gradient");
    }

    private static double[] start() {
        return new double[] {1, -0.5, 0.25, 2, -1.5, 0.125};
    }

    /** Returns gradients that do not depend on the parameters, so that rounding cannot feed back. */
    private static UnaryOperator<double[]> gradients() {
        var random = Probes.random(50);
        return _ -> Problem.gradient(random, LENGTH);
    }
}
