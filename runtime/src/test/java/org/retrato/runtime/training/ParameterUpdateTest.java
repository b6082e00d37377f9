package org.retrato.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.api.Step;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.matrix.PanelLayout;
import org.retrato.runtime.graph.Evaluator;
import org.retrato.runtime.graph.Shape;

/** Compares the corrections of a parameter, as the network stores it, with the same formula in doubles. */
class ParameterUpdateTest {

    private static final long SEED = 5;
    private static final int STEPS = 5;
    private static final double RATE = 0.05;

    /** The formulas of the optimizers. */
    private enum Kind implements Optimizer {
        ELEMENT_WISE {
            @Override
            public Tensor update(Step step) {
                return new Adam(1).update(step);
            }
        },
        STATE_BEGINS_AS_PARAMETER {
            @Override
            public Tensor update(Step step) {
                var slow = step.state(
                        "slow",
                        step.parameter(),
                        old -> old.mul(0.5).add(step.parameter().mul(0.5)));
                return slow.sub(step.gradient().mul(step.learningRate()));
            }
        },
        STATES_NAMED_AS_WHAT_THERE_IS {
            @Override
            public Tensor update(Step step) {
                var states = Stream.of("parameter", "gradient", "gradient part 0", "learningRate", "iteration")
                        .map(name -> step.state(name, old -> old.mul(0.9).add(step.gradient())))
                        .reduce(Tensor::add)
                        .orElseThrow();
                return step.parameter().sub(states.mul(step.learningRate()));
            }
        },
        LENGTH_OF_THE_GRADIENT {
            @Override
            public Tensor update(Step step) {
                var length = step.gradient().square().sum().sqrt();
                return step.parameter().sub(step.gradient().div(length).mul(step.learningRate()));
            }
        },
        SUM_OF_THE_PARAMETER {
            @Override
            public Tensor update(Step step) {
                return step.parameter()
                        .sub(step.parameter().sum().mul(step.learningRate()).mul(0.1));
            }
        },
        MEANS_OF_COLUMNS {
            @Override
            public Tensor update(Step step) {
                var square = step.state(
                        "square",
                        step.parameter().mean(0).mul(0),
                        old -> old.mul(0.9).add(step.gradient().square().mean(0)));
                return step.parameter()
                        .sub(step.gradient().div(square.add(0.1).sqrt()).mul(step.learningRate()));
            }
        },
        MATRIX {
            @Override
            public Tensor update(Step step) {
                if (step.parameter().rank() != 2) {
                    return step.parameter().sub(step.gradient().mul(step.learningRate()));
                }
                var covariance = step.state(
                        "covariance",
                        step.parameter().transpose().matmul(step.parameter()),
                        old -> old.mul(0.5).add(step.gradient().transpose().matmul(step.gradient())));
                return step.parameter().sub(step.gradient().matmul(covariance).mul(step.learningRate()));
            }
        },
        SCALAR_STATE {
            @Override
            public Tensor update(Step step) {
                var product = step.state("product", step.constant(1), old -> old.mul(0.9999));
                var rate = product.rsub(1).mul(1e4).mul(step.learningRate());
                return step.parameter().sub(step.gradient().mul(rate));
            }
        },
        PREVIOUS_PARAMETER {
            @Override
            public Tensor update(Step step) {
                var length = step.gradient().square().sum();
                var previous = new Tensor[1];
                step.state("previous", step.parameter(), old -> {
                    previous[0] = old;
                    return step.parameter();
                });
                return step.parameter()
                        .add(step.parameter().sub(previous[0]).mul(0.5))
                        .sub(step.gradient().div(length).mul(step.learningRate()));
            }
        };

        @Override
        public double learningRate() {
            return RATE;
        }
    }

    static Stream<Arguments> updates() {
        var shapes = List.of(Shape.of(1), Shape.of(37), Shape.of(1, 1), Shape.of(5, 17), Shape.of(130, 150));
        return Stream.of(Kind.values())
                .flatMap(kind -> shapes.stream()
                        .filter(shape -> kind != Kind.MEANS_OF_COLUMNS || shape.rank() == 2)
                        .filter(shape -> kind == Kind.ELEMENT_WISE || shape.elements(1) < 1000)
                        .map(shape -> Arguments.of(kind, shape)));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void a_parameter_is_corrected_as_in_doubles(Optimizer optimizer, Shape shape) {
        var random = new Random(SEED);
        var count = shape.elements(1);
        var layout = shape.rank() == 1
                ? new Layout.Row(count)
                : new Layout.Panels(new PanelLayout(shape.size(0), shape.size(1)));
        var room = layout instanceof Layout.Panels(var panels) ? panels.length() : Math.ceilDiv(count, 16) * 16;
        var arena = new FloatArena();
        var stored = arena.allocate(room);
        var start = uniform(random, count);
        layout.pack(new Floats(start), stored);
        var gradient = arena.allocate(room);
        var parameter = new StoredParameter(shape, Role.hidden(), stored, gradient, layout);
        var update = new NetworkUpdate(optimizer, List.of(parameter), () -> {}, Training.COMPILER, Training.ONE, arena);
        var oracle = new Oracle(optimizer, shape, doubles(start));

        for (var iteration = 1; iteration <= STEPS; iteration++) {
            var elements = uniform(random, count);
            layout.pack(new Floats(elements), gradient);
            update.run(RATE, 1, iteration, 1);
            var actual = new float[count];
            layout.unpack(stored, new Floats(actual));
            assertThat(distance(actual, oracle.update(doubles(elements), iteration)))
                    .as("step %d", iteration)
                    .isLessThan(2e-5);
        }
    }

    /** The optimizer in doubles. */
    private static final class Oracle {

        private final Evaluator evaluator;
        private final List<double[]> values = new ArrayList<>();

        Oracle(Optimizer optimizer, Shape shape, double... start) {
            var trace = OptimizerTrace.of(optimizer, shape, Role.hidden());
            var outputs = new ArrayList<>(List.of(trace.updated()));
            var inputs = new ArrayList<>(List.of(
                    trace.parameter(),
                    trace.gradient(),
                    trace.numbers().getFirst(),
                    trace.numbers().get(2)));
            values.addAll(List.of(start, start, new double[] {RATE}, start));
            for (var state : trace.states().values()) {
                inputs.add(state.old());
                outputs.add(state.updated());
                values.addAll(new Evaluator(List.of(trace.parameter()), List.of(state.initial())).evaluate(1, start));
            }
            evaluator = new Evaluator(inputs, outputs);
        }

        double[] update(double[] gradient, int iteration) {
            values.set(1, gradient);
            values.set(3, new double[] {iteration});
            var results = evaluator.evaluate(1, values.toArray(double[][]::new));
            values.set(0, results.getFirst());
            for (var state = 1; state < results.size(); state++) {
                values.set(3 + state, results.get(state));
            }
            return results.getFirst();
        }
    }

    private static double distance(float[] actual, double... expected) {
        return IntStream.range(0, expected.length)
                .mapToDouble(i -> Math.abs(actual[i] - expected[i]))
                .max()
                .orElseThrow();
    }

    private static float[] uniform(Random random, int count) {
        var numbers = new float[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = random.nextFloat(-1, 1);
        }
        return numbers;
    }

    private static double[] doubles(float... floats) {
        return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
    }
}
