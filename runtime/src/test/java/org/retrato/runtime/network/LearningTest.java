package org.retrato.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.retrato.api.Tensor.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Activation;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.graph.Evaluator;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Gradient;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Parameter;
import org.retrato.runtime.graph.Shape;

/** Compares what an activation learns in a layer with the same layer written as one graph, in doubles. */
class LearningTest {

    private static final Compiler COMPILER = new Compiler(new KernelCompiler());
    private static final long SEED = 11;
    private static final int UNITS = 10;

    static Stream<Arguments> activations() {
        return Stream.of(
                learns("a slope", true, x -> where(x.greaterThan(0), x, x.mul(x.parameter("slope", 0.25)))),
                learns(
                        "a slope for each unit",
                        false,
                        x -> where(x.greaterThan(0), x, x.mul(x.parameter("slope", 0.25, x.size(-1))))),
                learns("what is computed before the rows", true, x -> {
                    var beta = x.parameter("beta", 0.5).softplus().add(0.1);
                    return x.mul(x.mul(beta).sigmoid()).mul(beta.exp());
                }),
                learns("two numbers, one of them twice", true, x -> {
                    var first = x.parameter("first", 0.7);
                    var second = x.parameter("second", -0.3);
                    return x.mul(first).tanh().add(second).mul(first.add(second));
                }),
                learns(
                        "a temperature of whole rows",
                        false,
                        x -> x.mul(x.parameter("heat", 2)).softmax(-1).mul(x.parameter("gain", 3, x.size(-1)))),
                learns("hinges of each unit", false, x -> {
                    var heights = x.parameter("heights", 0.2, 2, x.size(-1));
                    var places = x.parameter("places", 0.1, 2, x.size(-1));
                    var hinge =
                            x.unsqueeze(1).neg().add(places.mul(2)).maximum(0).mul(heights);
                    return x.maximum(0).add(hinge.sum(1));
                }),
                learns("a gate of half the width", false, x -> {
                    var half = x.size(-1) / 2;
                    var gate = x.slice(-1, half, 2 * half).mul(x.parameter("beta", 1.5));
                    return x.slice(-1, 0, half).mul(gate.sigmoid());
                }));
    }

    private static Arguments learns(String name, boolean elementwise, Activation activation) {
        return Arguments.of(name, elementwise, activation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("activations")
    void outputs_and_gradients_agree_with_doubles(String name, boolean elementwise, Activation activation) {
        var network = Network.dense(3, List.of(UNITS), 2);
        var model = new Model(network, activation, (output, target) -> output, Randomness.of(SEED), COMPILER);
        assertThat(model.activations().getFirst().elementwise()).isEqualTo(elementwise);
        var arena = new FloatArena();
        var tiles = List.of(new Tile(model, 30, true, arena), new Tile(model, 30, true, arena));
        var gradients = new ParameterGradients(model, arena);
        var oracle = new Oracle(model, activation);

        // the second time, other rows and another beginning: nothing of the first may be left
        for (var rows : List.of(47, 31)) {
            var random = new Random(SEED);
            change(model, random);
            var inputs = uniform(random, rows * 3);
            var seeds = uniform(random, rows * 2);
            var outputs = new Floats(new float[rows * 2]);
            for (var t = 0; t < 2; t++) {
                go(tiles.get(t), t * 30, t == 0 ? 30 : rows - 30, inputs, seeds, outputs);
            }
            for (var task = 0; task < gradients.tasks(); task++) {
                gradients.add(task, tiles.subList(0, 1), 1, true);
                gradients.add(task, tiles.subList(1, 2), 1, false);
            }
            gradients.finish();

            var expected = oracle.evaluate(rows, inputs, seeds);
            assertClose(outputs, expected.getFirst());
            assertThat(model.learned().getFirst().count()).isEqualTo(expected.size() - 1);
            for (var i = 1; i < expected.size(); i++) {
                assertClose(gradients.gradient(0, i - 1), expected.get(i));
            }
        }
    }

    @Test
    void what_is_learned_counts_and_hashes_and_predicts() {
        var network = Network.dense(2, List.of(5, 4), 1);
        Activation scaled = x -> x.mul(x.parameter("scale", 1, x.size(-1)));
        Activation plain = x -> x;
        var learning = model(network, scaled);
        var before = learning.sha256();

        assertThat(learning.parameters()).isEqualTo(model(network, plain).parameters() + 5 + 4);
        assertThat(before)
                .isNotEqualTo(model(network, plain).sha256())
                .isEqualTo(model(network, scaled).sha256());
        assertThat(learning.predict(new float[][] {{1, 2}}))
                .isEqualTo(model(network, plain).predict(new float[][] {{1, 2}}));

        var scale = learning.learned().get(1).stored(0);
        Arrays.fill(scale.array(), scale.offset(), scale.offset() + 4, 0);
        assertThat(learning.sha256()).isNotEqualTo(before);
        assertThat(learning.predict(new float[][] {{1, 2}})[0][0])
                .isEqualTo(learning.layers().getLast().biases()[0]);
    }

    @Test
    void every_layer_has_its_own() {
        var model = model(Network.dense(2, List.of(5, 4), 1), x -> x.mul(x.parameter("scale", 2)));

        assertThat(model.learned()).hasSize(2).allSatisfy(learned -> {
            assertThat(learned.name(0)).isEqualTo("scale");
            assertThat(learned.shape(0)).as("that of the bias of a unit").isEqualTo(Shape.of(1));
            assertThat(learned.values(0)).containsExactly(2);
        });
        assertThat(model.learned().get(0).stored(0))
                .isNotSameAs(model.learned().get(1).stored(0));
    }

    @Test
    void a_parameter_that_would_never_change_is_refused() {
        record Idle(boolean detached) implements Activation {
            @Override
            public Tensor apply(Tensor x) {
                var slope = x.parameter("slope", 0.25);
                return detached ? x.mul(slope.detach()) : x;
            }
        }
        for (var detached : List.of(true, false)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ActivationFunction.of(new Idle(detached), 4, COMPILER))
                    .isInstanceOf(FormulaException.class)
                    .withMessageEndingWith("is wrong: no gradient reaches the parameter 'slope', so it would stay as it"
                            + " is; use it in the result, or write the number 0.25");
        }
    }

    @Test
    void a_matrix_of_parameters_is_refused() {
        record Mixing() implements Activation {
            @Override
            public Tensor apply(Tensor x) {
                return x.matmul(x.parameter("mix", 0.1, x.size(-1), 2));
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActivationFunction.of(new Mixing(), 4, COMPILER))
                .withMessage("the formula of the activation Mixing[] is wrong: a parameter meets the rows in MatMul[]"
                        + " [batch, 2]; it can be added to x, multiplied with it and so on, element by element");
    }

    private static Model model(Network network, Activation activation) {
        return new Model(network, activation, (output, target) -> output, Randomness.of(SEED), COMPILER);
    }

    private static void go(Tile tile, int first, int rows, float[] inputs, float[] seeds, Floats outputs) {
        System.arraycopy(inputs, first * 3, tile.inputs().array(), tile.inputs().offset(), rows * 3);
        var forward = tile.forward(rows);
        System.arraycopy(forward.array(), forward.offset(), outputs.array(), outputs.offset() + first * 2, rows * 2);
        System.arraycopy(
                seeds,
                first * 2,
                tile.outputGradient().array(),
                tile.outputGradient().offset(),
                rows * 2);
        tile.backward();
    }

    /** Lets the parameters be other numbers than those with which they began. */
    private static void change(Model model, Random random) {
        var learned = model.learned().getFirst();
        for (var i = 0; i < learned.count(); i++) {
            var stored = learned.stored(i);
            for (var element = 0; element < learned.values(i).length; element++) {
                stored.array()[stored.offset() + element] += random.nextFloat(-0.2f, 0.2f);
            }
        }
    }

    /** The network as one graph. */
    private static final class Oracle {

        private final Model model;
        private final Evaluator evaluator;

        Oracle(Model model, Activation activation) {
            this.model = model;
            var graph = Graph.ofActivation();
            var x = graph.input("inputs", Shape.of(Shape.BATCH, 3));
            var seed = graph.input("seed", Shape.of(Shape.BATCH, 2));
            var inputs = new ArrayList<>(List.of(x, seed));
            for (var layer : model.layers()) {
                inputs.add(graph.input("weights " + layer.inputs(), Shape.of(layer.inputs(), layer.outputs())));
                inputs.add(graph.input("biases " + layer.inputs(), Shape.of(layer.outputs())));
            }
            var hidden = (Node) activation.apply(x.matmul(inputs.get(2)).add(inputs.get(3)));
            var y = hidden.matmul(inputs.get(4)).add(inputs.get(5));
            var parameters = graph.parameters().stream().map(Parameter::node).toList();
            inputs.addAll(parameters);
            var outputs = new ArrayList<>(List.of(y));
            outputs.addAll(Gradient.of(y, seed, parameters));
            evaluator = new Evaluator(inputs, outputs);
        }

        List<double[]> evaluate(int rows, float[] inputs, float[] seeds) {
            var values = new ArrayList<>(List.of(doubles(inputs), doubles(seeds)));
            for (var layer : model.layers()) {
                values.add(doubles(layer.weights()));
                values.add(doubles(layer.biases()));
            }
            var learned = model.learned().getFirst();
            for (var i = 0; i < learned.count(); i++) {
                values.add(doubles(learned.values(i)));
            }
            return evaluator.evaluate(rows, values.toArray(double[][]::new));
        }
    }

    private static void assertClose(Floats actual, double[] expected) {
        var scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (var i = 0; i < expected.length; i++) {
            assertThat((double) actual.array()[actual.offset() + i])
                    .as("element %d", i)
                    .isCloseTo(expected[i], within(1e-5 * scale + 1e-9));
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
