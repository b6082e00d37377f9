package org.retrato.runtime.training;

import java.util.Random;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;

/** What the tests train. */
final class Training {

    static final Compiler COMPILER = new Compiler(new KernelCompiler());
    static final Workers ONE = new Workers(1);
    static final Activation TANH = x -> x.tanh();
    static final Loss SQUARED = (output, target) -> output.sub(target).square();
    static final Schedule CONSTANT = (step, steps) -> step.constant(1);

    private Training() {}

    static Composition style(Loss loss, Optimizer optimizer) {
        return new Composition(TANH, loss, optimizer, CONSTANT);
    }

    static Trainer trainer(Network network, Composition style, Samples samples, Settings settings) {
        return trainer(network, style, samples, settings, ONE);
    }

    static Trainer trainer(Network network, Composition style, Samples samples, Settings settings, Workers workers) {
        var randomness = Randomness.of(settings.seed());
        var model = new Model(network, style.activation(), style.loss(), randomness, COMPILER);
        return new Trainer(model, style, samples, settings, COMPILER, workers);
    }

    /** Returns rows of numbers in [-1, 1), and for each output the sine of their sum times its number. */
    static Samples waves(int rows, int inputs, int outputs) {
        var random = new Random(rows);
        var x = new float[rows * inputs];
        var y = new float[rows * outputs];
        for (var row = 0; row < rows; row++) {
            var sum = 0.0;
            for (var i = 0; i < inputs; i++) {
                x[row * inputs + i] = random.nextFloat(-1, 1);
                sum += x[row * inputs + i];
            }
            for (var i = 0; i < outputs; i++) {
                y[row * outputs + i] = (float) StrictMath.sin((i + 1) * sum);
            }
        }
        return new Samples(rows, x, y);
    }

    static double last(Trainer trainer) {
        var loss = new double[1];
        trainer.train(progress -> loss[0] = progress.loss());
        return loss[0];
    }
}
