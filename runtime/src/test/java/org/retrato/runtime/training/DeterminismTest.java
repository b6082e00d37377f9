package org.retrato.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Step;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Fourier;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;

/** The same seed gives the same weights to the last bit, for any number of threads and any width of vectors. */
class DeterminismTest {

    private static final Network NETWORK = new Network(2, new Fourier(1, 5), List.of(34, 17), 3);
    private static final Samples SAMPLES = Training.waves(550, 2, 3); // 8 tiles and a short one, more than slots
    private static final Map<VectorWidth, Compiler> COMPILERS = VectorWidth.available().stream()
            .collect(Collectors.toMap(width -> width, width -> new Compiler(new KernelCompiler(width))));
    private static final Activation SOFTPLUS = x -> x.softplus();
    private static final Activation SOFTMAX = x -> x.softmax(-1);
    private static final Loss WHOLE =
            (output, target) -> output.sub(target).square().mean().sqrt();

    /** Divides the gradient by its length. */
    private record Normalized(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            var gradient = step.gradient();
            var length = gradient.square().sum().sqrt().add(1e-12);
            return step.parameter().sub(gradient.div(length).mul(step.learningRate()));
        }
    }

    static Stream<Arguments> trainings() {
        return Stream.of(
                Arguments.of("all rows", SOFTPLUS, Training.SQUARED, new Adam(0.01), new Settings(3, 0, 9)),
                Arguments.of("drawn rows", SOFTPLUS, Training.SQUARED, new Adam(0.01), new Settings(4, 300, 9)),
                Arguments.of("few rows", SOFTPLUS, Training.SQUARED, new Adam(0.01), new Settings(4, 65, 9)),
                Arguments.of("a loss of the batch", SOFTPLUS, WHOLE, new Adam(0.01), new Settings(3, 0, 9)),
                Arguments.of("whole rows", SOFTMAX, Training.SQUARED, new Adam(0.01), new Settings(3, 0, 9)),
                Arguments.of(
                        "whole parameters", SOFTPLUS, Training.SQUARED, new Normalized(0.1), new Settings(3, 0, 9)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void weights_depend_on_neither_threads_nor_vectors(
            String name, Activation activation, Loss loss, Optimizer optimizer, Settings settings) {
        var style = new Composition(activation, loss, optimizer, Training.CONSTANT);
        var hashes = new ArrayList<String>();
        for (var threads : List.of(1, 2, 3, 7)) {
            hashes.add(trained(style, settings, threads, VectorWidth.current()));
        }
        for (var width : VectorWidth.available()) {
            hashes.add(trained(style, settings, 2, width));
        }

        assertThat(hashes).containsOnly(hashes.getFirst());
        assertThat(trained(style, new Settings(3, 0, 10), 1, VectorWidth.current()))
                .isNotEqualTo(hashes.getFirst());
    }

    private static String trained(Composition style, Settings settings, int threads, VectorWidth width) {
        var before = System.getProperty(VectorWidth.PROPERTY);
        System.setProperty(VectorWidth.PROPERTY, Integer.toString(width.bits()));
        try (var workers = new Workers(threads)) {
            var compiler = COMPILERS.get(width);
            var randomness = Randomness.of(settings.seed());
            var model = new Model(NETWORK, style.activation(), style.loss(), randomness, compiler);
            new Trainer(model, style, SAMPLES, settings, compiler, workers).train(_ -> {});
            return model.sha256();
        } finally {
            if (before == null) {
                System.clearProperty(VectorWidth.PROPERTY);
            } else {
                System.setProperty(VectorWidth.PROPERTY, before);
            }
        }
    }
}
