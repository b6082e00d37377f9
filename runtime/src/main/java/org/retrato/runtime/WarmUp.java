package org.retrato.runtime;

import java.util.List;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Step;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Fourier;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.Settings;
import org.retrato.runtime.training.Trainer;

/**
 * Trains a small network and forgets it: what every training needs is loaded, and the loops that all share are compiled,
 * when the real one begins.
 */
final class WarmUp {

    private static final int ROWS = 4;
    private static final int STEPS = 32;

    // wide enough for strips of every length
    private static final Network NETWORK = new Network(2, new Fourier(10, 8), List.of(80), 3);

    /** One for all in this process, so that what a warm-up compiles serves the real training too. */
    static final KernelCompiler KERNELS = new KernelCompiler(WarmUp::background);

    private WarmUp() {}

    private record Descent(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            return step.parameter().sub(step.gradient().mul(step.learningRate()));
        }
    }

    /** Warms up in the background. */
    static void start() {
        background(() -> train(KERNELS));
    }

    private static void background(Runnable task) {
        Thread.ofPlatform()
                .daemon()
                .name("retrato-warm-up")
                .uncaughtExceptionHandler((_, _) -> {}) // what fails here fails again where it is needed
                .start(task);
    }

    static void train(KernelCompiler kernels) {
        Activation activation = x -> x.maximum(0);
        Loss loss = (output, target) -> output.sub(target).square();
        Schedule schedule = (step, steps) -> steps.sub(step).div(steps);
        var style = new Composition(activation, loss, new Descent(1e-3), schedule);
        var samples = new Samples(ROWS, new float[ROWS * NETWORK.inputs()], new float[ROWS * NETWORK.outputs()]);
        var compiler = new Compiler(kernels);
        var model = new Model(NETWORK, activation, loss, Randomness.of(0), compiler);
        try (var workers = new Workers(1)) {
            new Trainer(model, style, samples, new Settings(STEPS, 0, 0), compiler, workers).train(_ -> {});
        }
    }
}
