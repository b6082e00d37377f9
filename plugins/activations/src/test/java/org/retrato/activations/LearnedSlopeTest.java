package org.retrato.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Optimizer;
import org.retrato.classics.Adam;
import org.retrato.classics.Constant;
import org.retrato.classics.Mse;
import org.retrato.classics.Sgd;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.Settings;
import org.retrato.runtime.training.Trainer;
import org.retrato.testkit.GoldenValues;

/** Follows PyTorch for a hundred steps of a tiny network with PReLU: the loss, the weights, and the slopes that it learns. */
class LearnedSlopeTest {

    private static final GoldenValues GOLDEN =
            GoldenValues.read(LearnedSlopeTest.class.getResourceAsStream("golden.txt"));

    private static final Compiler COMPILER = new Compiler(new KernelCompiler());
    private static final int STEPS = 100;

    static List<Arguments> trainings() {
        return List.of(
                Arguments.of("prelu#sgd", new Prelu(), new Sgd(0.1)),
                Arguments.of("prelu#adam", new Prelu(), new Adam(0.01, 0.9, 0.999, 1e-8)),
                Arguments.of("prelu(perUnit=true)#sgd", new Prelu(0.25, true), new Sgd(0.1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void a_hundred_steps_go_where_pytorch_goes(String name, Prelu prelu, Optimizer optimizer) {
        var network = Network.dense(2, List.of(5, 4), 1);
        var style = new Composition(prelu, new Mse(), optimizer, new Constant());
        var inputs = floats("input");
        try (var workers = new Workers(2)) {
            var model = new Model(network, prelu, style.loss(), Randomness.of(1), COMPILER);
            begin(model);
            var samples = new Samples(inputs.length / 2, inputs, floats("target"));
            var trainer = new Trainer(model, style, samples, new Settings(STEPS, 0, 1), COMPILER, workers);
            var compared = new int[1];
            trainer.train(progress -> {
                var step = progress.step() + ":";
                if (GOLDEN.has(name, step + "loss")) {
                    assertThat(progress.loss()).isCloseTo(GOLDEN.get(name, step + "loss")[0], within(1e-5));
                    compare(name, step, model);
                    compared[0]++;
                }
            });
            assertThat(compared[0]).isEqualTo(7);
            assertThat(model.learned().getFirst().values(0)[0]).isNotCloseTo(0.25f, within(0.005f));
        }
    }

    /** Gives the model the weights with which PyTorch began. */
    private static void begin(Model model) {
        for (var i = 0; i < model.layers().size(); i++) {
            var layer = model.layers().get(i);
            layer.products().weights().pack(floats("weights" + i), layer.packedWeights());
            var biases = floats("biases" + i);
            System.arraycopy(
                    biases,
                    0,
                    layer.packedBiases().array(),
                    layer.packedBiases().offset(),
                    biases.length);
            IntStream.range(0, layer.transposedPanels()).forEach(layer::transpose);
        }
    }

    private static void compare(String name, String step, Model model) {
        for (var i = 0; i < model.layers().size(); i++) {
            var layer = model.layers().get(i);
            assertClose(layer.weights(), GOLDEN.get(name, step + "weights" + i), step + "weights" + i);
            assertClose(layer.biases(), GOLDEN.get(name, step + "biases" + i), step + "biases" + i);
        }
        for (var i = 0; i < model.learned().size(); i++) {
            assertClose(model.learned().get(i).values(0), GOLDEN.get(name, step + "slope" + i), step + "slope" + i);
        }
    }

    private static void assertClose(float[] actual, double[] expected, String what) {
        assertThat(actual).hasSameSizeAs(expected);
        for (var i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("%s, element %d", what, i).isCloseTo(expected[i], within(2e-5));
        }
    }

    private static float[] floats(String key) {
        var numbers = GOLDEN.get("training", key);
        var floats = new float[numbers.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
