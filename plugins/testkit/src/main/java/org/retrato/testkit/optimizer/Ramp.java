package org.retrato.testkit.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.retrato.api.Role;
import org.retrato.testkit.Objective;
import org.retrato.testkit.numeric.Probes;

/** Makes objectives whose gradients depend on nothing but the step, so that rounding cannot feed back. */
final class Ramp {

    /** The number of elements of all parameters together. */
    static final int LENGTH = 6;

    private Ramp() {}

    static double[] start() {
        return new double[] {1, -0.5, 0.25, 2, -1.5, 0.125};
    }

    /** Returns the weights and the biases of a hidden layer of two inputs and two outputs. */
    static Objective layer() {
        return layer(_ -> 1);
    }

    /**
     * Returns the same with gradients of other sizes.
     *
     * @param size says by what to multiply those of a step, counted from 0
     */
    static Objective layer(DoubleUnaryOperator size) {
        return objective(
                List.of(
                        new Objective.Parameter(Role.hidden(), List.of(2, 2), Arrays.copyOf(start(), 4)),
                        new Objective.Parameter(Role.bias(), List.of(2), Arrays.copyOfRange(start(), 4, LENGTH))),
                size);
    }

    /** Returns the same elements as a vector, or as two vectors. */
    static Objective split(int length) {
        var parameters = new ArrayList<Objective.Parameter>();
        parameters.add(new Objective.Parameter(Role.bias(), List.of(length), Arrays.copyOf(start(), length)));
        if (length < LENGTH) {
            parameters.add(new Objective.Parameter(
                    Role.bias(), List.of(LENGTH - length), Arrays.copyOfRange(start(), length, LENGTH)));
        }
        return objective(parameters, _ -> 1);
    }

    private static Objective objective(List<Objective.Parameter> parameters, DoubleUnaryOperator size) {
        var random = Probes.random(50);
        var calls = new int[1];
        return new Objective(parameters, _ -> 1, all -> {
            var factor = size.applyAsDouble(calls[0]++);
            var gradients = IntStream.range(0, LENGTH)
                    .mapToDouble(i -> Probes.floats(factor * ((i % 3 - 0.5) + 0.5 * random.nextGaussian())))
                    .iterator();
            return all.stream()
                    .map(elements -> Arrays.stream(elements)
                            .map(_ -> gradients.nextDouble())
                            .toArray())
                    .toList();
        });
    }
}
