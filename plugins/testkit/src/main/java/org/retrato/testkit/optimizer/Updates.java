package org.retrato.testkit.optimizer;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.exempt;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.retrato.api.Optimizer;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.training.Compilation;
import org.retrato.runtime.training.DivergedException;
import org.retrato.testkit.Formulas;
import org.retrato.testkit.Objective;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.rule.Outcome;

/** Looks at the formula of an optimizer, step by step and given gradients. */
final class Updates {

    private static final Compiler COMPILER = new Compiler(new KernelCompiler());
    private static final Formulas EXACT = Formulas.inDoubles();
    private static final Formulas FLOATS = Formulas.compiled();

    private Updates() {}

    static Outcome recorded(Optimizer optimizer) {
        Training.at(1, Problem.saddle(), optimizer, 1);
        var rate = FormulaException.ask(optimizer, optimizer::learningRate);
        return rate > 0 && rate < Double.POSITIVE_INFINITY
                ? kept()
                : broken(
                        "learningRate() is " + Digits.of(rate),
                        "give it a default above 0, and check it with Range.positive");
    }

    static Outcome resumed(Optimizer optimizer) {
        var straight = FLOATS.trajectory(optimizer, Ramp.layer(), 20);
        var resumed = FLOATS.resumedTrajectory(optimizer, Ramp.layer(), 20);
        for (var step = 0; step < 20; step++) {
            var expected = all(straight.get(step));
            var actual = all(resumed.get(step));
            if (!Arrays.equals(expected, actual)) {
                return broken(
                        "step %d leads to %s, but to %s if all was saved and restored before it"
                                .formatted(step + 1, Digits.of(expected), Digits.of(actual)),
                        "keep all that lives from step to step in step.state(...), nothing in static fields");
            }
        }
        return kept();
    }

    private static double[] all(Objective.Place place) {
        return place.parameters().stream().flatMapToDouble(DoubleStream::of).toArray();
    }

    static Outcome precision(Optimizer optimizer) {
        var exact = EXACT.trajectory(optimizer, Ramp.layer(), 100);
        var floats = FLOATS.trajectory(optimizer, Ramp.layer(), 100);
        var start = Ramp.start();
        var way = 0.0;
        for (var step = 0; step < 100; step++) {
            var expected = all(exact.get(step));
            var actual = all(floats.get(step));
            for (var i = 0; i < start.length; i++) {
                way = Math.max(way, Math.abs(expected[i] - start[i]));
                var difference = Math.abs(actual[i] - expected[i]);
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
        var whole =
                all(FLOATS.trajectory(optimizer, Ramp.split(Ramp.LENGTH), 20).getLast());
        var parts = all(FLOATS.trajectory(optimizer, Ramp.split(2), 20).getLast());
        var elementwise = Compilation.of(optimizer, COMPILER).stream().allMatch(Compilation::elementwise);
        // sums over other tensors are rounded in another order
        var tolerance = elementwise ? 0 : 1e-5;
        if (IntStream.range(0, whole.length).allMatch(i -> Math.abs(whole[i] - parts[i]) <= tolerance)) {
            return kept();
        }
        return elementwise
                ? broken(
                        "in a tensor of %d the parameters reach %s, in tensors of 2 and %d they reach %s"
                                .formatted(Ramp.LENGTH, Digits.of(whole), Ramp.LENGTH - 2, Digits.of(parts)),
                        "do not put the size of the tensor into the formula")
                : exempt("its formula looks at whole tensors: how parameters are split matters");
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
        DoubleUnaryOperator third = step -> step == 2 ? 1e15 : 1;
        return finite(all(FLOATS.trajectory(optimizer, Ramp.layer(third), 6).getLast()), "a gradient of 1e15");
    }

    private static Outcome finite(double[] parameters, String after) {
        var infinite = Arrays.stream(parameters)
                .filter(number -> !Double.isFinite(number))
                .findFirst();
        return infinite.isEmpty()
                ? kept()
                : broken(
                        "after " + after + " a parameter is " + Digits.of(infinite.getAsDouble()),
                        "add a small number to what divides, and do not take high powers of the gradient");
    }
}
