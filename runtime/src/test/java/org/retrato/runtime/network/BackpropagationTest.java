package org.retrato.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Activation;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.graph.Evaluator;
import org.retrato.runtime.graph.Gradient;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/** Compares a tile's way through a network and back with the same network written as one graph, in doubles. */
class BackpropagationTest {

    private static final Compiler COMPILER = new Compiler(new KernelCompiler());
    private static final long SEED = 7;

    private static final Activation TANH = x -> x.tanh();
    private static final Activation SQUARE = x -> x.square().mul(0.3);
    private static final Activation IDENTITY = x -> x;
    private static final Activation SOFTMAX = x -> x.softmax(-1);
    private static final Activation CENTRED =
            x -> x.sub(x.mean(-1).unsqueeze(-1)).sin();
    private static final Activation DETACHED = x -> x.mul(x.sigmoid().detach());
    private static final Activation GATED = x -> {
        var half = x.size(-1) / 2;
        return x.slice(-1, 0, half).mul(x.slice(-1, half, 2 * half).sigmoid());
    };

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("no hidden layer", TANH, Network.dense(3, List.of(), 2)),
                Arguments.of("odd widths", TANH, Network.dense(3, List.of(5, 17, 1), 2)),
                Arguments.of("wide layers", SQUARE, Network.dense(2, List.of(70, 130), 3)),
                Arguments.of("identity", IDENTITY, Network.dense(4, List.of(6), 1)),
                Arguments.of("detached", DETACHED, Network.dense(2, List.of(9, 9), 2)),
                Arguments.of("whole rows", SOFTMAX, Network.dense(3, List.of(5, 18), 2)),
                Arguments.of("means of rows", CENTRED, Network.dense(3, List.of(6, 7), 2)),
                Arguments.of("half the width", GATED, Network.dense(3, List.of(10, 34), 2)),
                Arguments.of("features", TANH, new Network(2, new Fourier(0.5, 7), List.of(8), 3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void outputs_and_all_gradients_agree_with_doubles(String name, Activation activation, Network network) {
        var model = new Model(network, activation, (output, target) -> output, Randomness.of(SEED), COMPILER);
        var arena = new FloatArena();
        var tile = new Tile(model, 64, true, arena);
        var gradients = new Gradients(model.layers(), 1, arena);
        var oracle = new Oracle(model, activation);
        for (var rows : List.of(64, 1, 5)) {
            var random = new Random(SEED);
            var inputs = uniform(random, rows * network.inputs());
            var seeds = uniform(random, rows * network.outputs());

            System.arraycopy(inputs, 0, tile.inputs().array(), tile.inputs().offset(), inputs.length);
            var forward = tile.forward(rows);
            var outputs =
                    Arrays.copyOfRange(forward.array(), forward.offset(), forward.offset() + rows * network.outputs());
            System.arraycopy(
                    seeds,
                    0,
                    tile.outputGradient().array(),
                    tile.outputGradient().offset(),
                    seeds.length);
            tile.backward();
            for (var task = 0; task < gradients.tasks(); task++) {
                gradients.add(task, List.of(tile), 1, true, 0);
            }

            var expected = oracle.evaluate(rows, inputs, seeds);
            assertClose(outputs, expected.getFirst());
            for (var i = 0; i < model.layers().size(); i++) {
                var layer = model.layers().get(i);
                assertClose(layer.products().weights().unpack(gradients.weights(i)), expected.get(1 + 2 * i));
                var biases = gradients.biases(i);
                assertClose(
                        Arrays.copyOfRange(biases.array(), biases.offset(), biases.offset() + layer.outputs()),
                        expected.get(2 + 2 * i));
            }
        }
    }

    /** The network as one graph. */
    private static final class Oracle {

        private final List<double[]> values = new ArrayList<>();
        private final Evaluator evaluator;

        Oracle(Model model, Activation activation) {
            var graph = new Graph();
            var x = graph.input("x", Shape.of(Shape.BATCH, model.network().inputs()));
            var seed = graph.input("seed", Shape.of(Shape.BATCH, model.network().outputs()));
            var draws = new Draws(
                    graph,
                    Randomness.of(SEED).stream("encoding"),
                    0,
                    1,
                    model.network().inputs(),
                    1);
            var y = (Node) model.network().encoding().apply(x, draws);
            var inputs = new ArrayList<>(List.of(x, seed));
            inputs.addAll(draws.numbers().keySet());
            values.addAll(draws.numbers().values());
            var parameters = new ArrayList<Node>();
            for (var layer : model.layers()) {
                var number = parameters.size();
                parameters.add(graph.input("weights " + number, Shape.of(layer.inputs(), layer.outputs())));
                parameters.add(graph.input("biases " + number, Shape.of(layer.outputs())));
                values.add(doubles(layer.weights()));
                values.add(doubles(layer.biases()));
                y = number == 0 ? y : (Node) activation.apply(y);
                y = y.matmul(parameters.get(number)).add(parameters.get(number + 1));
            }
            inputs.addAll(parameters);
            var outputs = new ArrayList<>(List.of(y));
            outputs.addAll(Gradient.of(y, seed, parameters));
            evaluator = new Evaluator(inputs, outputs);
        }

        List<double[]> evaluate(int rows, float[] inputs, float[] seeds) {
            var all = new ArrayList<>(List.of(doubles(inputs), doubles(seeds)));
            all.addAll(values);
            return evaluator.evaluate(rows, all.toArray(double[][]::new));
        }
    }

    private static void assertClose(float[] actual, double[] expected) {
        var scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (var i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("element %d", i).isCloseTo(expected[i], within(1e-5 * scale + 1e-9));
        }
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
