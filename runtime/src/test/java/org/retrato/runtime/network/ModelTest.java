package org.retrato.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retrato.api.Activation;
import org.retrato.api.Layer;
import org.retrato.api.Loss;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;

class ModelTest {

    private static final Compiler COMPILER = new Compiler(new KernelCompiler());
    private static final Activation TANH = x -> x.tanh();
    private static final Loss ERROR = (output, target) -> output.sub(target);

    /** Starts with the unit matrix and no biases, so that a network without hidden layers passes on what it sees. */
    private record Unit() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x;
        }

        @Override
        public Tensor weights(Layer layer) {
            return IntStream.range(0, layer.inputs())
                    .mapToObj(row -> IntStream.range(0, layer.outputs())
                            .mapToObj(column -> layer.filled(row == column ? 1 : 0, 1, 1))
                            .reduce((left, right) -> left.append(1, right))
                            .orElseThrow())
                    .reduce((above, below) -> above.append(0, below))
                    .orElseThrow();
        }

        @Override
        public Tensor biases(Layer layer) {
            return layer.filled(0, layer.outputs());
        }
    }

    @Test
    void initial_weights_are_by_default_uniform_in_one_over_the_root_of_the_inputs() {
        var model = model(Network.dense(100, List.of(400), 9), TANH, 1);

        assertUniform(model.layers().get(0).weights(), 0.1f);
        assertUniform(model.layers().get(0).biases(), 0.1f);
        assertUniform(model.layers().get(1).weights(), 0.05f);
    }

    @Test
    void an_activation_chooses_the_initial_weights_of_every_layer() {
        record Choosing() implements Activation {
            @Override
            public Tensor apply(Tensor x) {
                return x.slice(-1, 0, 2);
            }

            @Override
            public Tensor weights(Layer layer) {
                return layer.filled(10 * layer.layers() + layer.index(), layer.inputs(), layer.outputs());
            }

            @Override
            public Tensor biases(Layer layer) {
                return layer.normal(1e-3, layer.outputs()).abs().add(layer.inputs());
            }
        }
        var layers =
                model(Network.dense(3, List.of(4, 5), 6), new Choosing(), 1).layers();

        assertThat(layers.get(0).weights()).hasSize(12).containsOnly(30);
        assertThat(layers.get(1).weights()).hasSize(10).containsOnly(31);
        assertThat(layers.get(2).weights()).hasSize(12).containsOnly(32);
        assertThat(layers.get(2).biases()).hasSize(6).doesNotHaveDuplicates();
        for (var bias : layers.get(2).biases()) {
            assertThat(bias).isBetween(2f, 2.01f);
        }
    }

    @Test
    void initial_weights_of_another_shape_are_refused() {
        record Transposed() implements Activation {
            @Override
            public Tensor apply(Tensor x) {
                return x;
            }

            @Override
            public Tensor weights(Layer layer) {
                return layer.uniform(1, layer.outputs(), layer.inputs());
            }
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model(Network.dense(3, List.of(4), 1), new Transposed(), 1))
                .withMessage(
                        "the formula of the activation Transposed[] is wrong: the initial weights have the shape [4, 3],"
                                + " but the layer needs [3, 4]");
    }

    @Test
    void an_activation_whose_rows_depend_on_each_other_is_refused() {
        record Batchwise() implements Activation {
            @Override
            public Tensor apply(Tensor x) {
                return x.sub(x.mean(0));
            }
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model(Network.dense(3, List.of(4), 1), new Batchwise(), 1))
                .withMessage("the formula of the activation Batchwise[] is wrong: it yields [batch, 4];"
                        + " it must yield [batch, width], each row from the same row of x alone");
    }

    @Test
    void an_activation_that_yields_no_rows_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model(Network.dense(3, List.of(4), 1), x -> x.sum(-1), 1))
                .withMessageContaining(
                        "yields [batch]; it must yield [batch, width], each row from the same row of x alone");
    }

    @Test
    void a_prediction_of_another_shape_is_refused() {
        record Likeliest() implements Loss {
            @Override
            public Tensor apply(Tensor output, Tensor target) {
                return output.sub(target);
            }

            @Override
            public Tensor predict(Tensor output) {
                return output.max(-1);
            }
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Model(Network.dense(3, List.of(), 2), TANH, new Likeliest(), Randomness.of(1), COMPILER))
                .withMessage(
                        "the formula of the loss Likeliest[] is wrong: it predicts [batch];"
                                + " a prediction has the shape of the output, [batch, 2], each row from the same row of the output alone");
    }

    @Test
    void the_hash_tells_weights_apart() {
        var network = Network.dense(2, List.of(5), 3);
        var model = model(network, TANH, 1);

        assertThat(model.sha256())
                .matches("[0-9a-f]{64}")
                .isEqualTo(model(network, TANH, 1).sha256());
        assertThat(model.sha256()).isNotEqualTo(model(network, TANH, 2).sha256());
        assertThat(model.parameters()).isEqualTo(3 * 5 + 6 * 3);
        var last = model.layers().getLast().packedBiases();
        last.array()[last.offset()] = Math.nextUp(last.array()[last.offset()]);
        assertThat(model.sha256()).isNotEqualTo(model(network, TANH, 1).sha256());
    }

    @Test
    void the_hash_of_a_seed_is_the_same_for_ever() {
        assertThat(model(Network.dense(3, List.of(5, 17), 2), TANH, 42).sha256())
                .isEqualTo("6bd8d55429a18d9b58a86c4e7ad27cc8bd06dd629125b8a594433585fcb6c005");
    }

    @Test
    void many_rows_are_predicted_as_each_by_itself() {
        var model = model(new Network(2, new Fourier(1, 9), List.of(17, 33), 3), TANH, 5);
        var random = new Random(5);
        var rows = new float[201][2];
        for (var row : rows) {
            row[0] = random.nextFloat();
            row[1] = random.nextFloat();
        }
        var flat = new float[402];
        for (var i = 0; i < flat.length; i++) {
            flat[i] = rows[i / 2][i % 2];
        }
        var predicted = model.predict(rows);
        try (var workers = new Workers(3)) {
            var together = model.predict(flat, workers);
            for (var i = 0; i < rows.length; i++) {
                assertThat(Arrays.copyOfRange(together, 3 * i, 3 * i + 3)).isEqualTo(predicted[i]);
            }
        }
    }

    @Test
    void predictions_pass_through_the_inverse_link_of_the_loss() {
        record Likelihood() implements Loss {
            @Override
            public Tensor apply(Tensor output, Tensor target) {
                return output.logSoftmax(-1).mul(target);
            }

            @Override
            public Tensor predict(Tensor output) {
                return output.softmax(-1);
            }
        }
        var model = new Model(Network.dense(3, List.of(), 3), new Unit(), new Likelihood(), Randomness.of(1), COMPILER);
        var predicted = model.predict(new float[][] {{0, 0, 0}, {100, 0, 0}});

        assertThat(predicted[0]).containsExactly(new float[] {1 / 3f, 1 / 3f, 1 / 3f}, within(1e-6f));
        assertThat(predicted[1]).containsExactly(new float[] {1, 0, 0}, within(1e-40f));
    }

    @Test
    void rows_of_another_width_are_refused() {
        var model = model(Network.dense(3, List.of(), 1), TANH, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predict(new float[][] {{1, 2, 3}, {1, 2}}))
                .withMessage("row 1 has 2 numbers, but the network has 3 inputs");
        try (var workers = new Workers(1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.predict(new float[4], workers))
                    .withMessage("4 numbers are no rows of 3 inputs");
        }
    }

    @Test
    void fourier_features_are_sines_and_cosines_of_random_directions() {
        var model = model(new Network(3, new Fourier(2, 6), List.of(), 12), new Unit(), 3);
        var directions = model.constants().getFirst().array();
        var x = new float[] {0.5f, -0.25f, 0.75f};
        var features = model.predict(new float[][] {x})[0];
        for (var i = 0; i < 6; i++) {
            var angle = 2 * Math.PI * (x[0] * directions[i] + x[1] * directions[6 + i] + x[2] * directions[12 + i]);
            assertThat((double) features[i]).isCloseTo(Math.sin(angle), within(1e-5));
            assertThat((double) features[6 + i]).isCloseTo(Math.cos(angle), within(1e-5));
        }
        assertThat(Arrays.copyOf(directions, 18)).doesNotHaveDuplicates();
    }

    @Test
    void the_directions_of_fourier_features_are_as_large_as_the_scale_says() {
        var directions = model(new Network(2, new Fourier(10, 2000), List.of(), 1), TANH, 3)
                .constants()
                .getFirst()
                .array();
        var square = IntStream.range(0, 4000)
                .mapToDouble(i -> (double) directions[i] * directions[i])
                .average()
                .orElseThrow();

        assertThat(Math.sqrt(square)).isCloseTo(10, within(0.3));
    }

    @Test
    void a_network_without_units_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.dense(3, List.of(4, 0), 1))
                .withMessage("the number of units of a hidden layer must be from 1 to 1,048,576, but is 0");
    }

    private static Model model(Network network, Activation activation, long seed) {
        return new Model(network, activation, ERROR, Randomness.of(seed), COMPILER);
    }

    private static void assertUniform(float[] values, float bound) {
        var mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();

        assertThat(boxed(values)).allMatch(value -> value >= -bound && value < bound);
        assertThat(boxed(values)).anyMatch(value -> value > 0.9 * bound);
        assertThat(boxed(values)).anyMatch(value -> value < -0.9 * bound);
        assertThat(mean).isCloseTo(0, within(0.1 * bound));
    }

    private static List<Float> boxed(float... values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }
}
