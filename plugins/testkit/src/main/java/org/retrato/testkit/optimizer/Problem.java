package org.retrato.testkit.optimizer;

import static org.retrato.api.Tensor.concat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.retrato.api.Activation;
import org.retrato.api.Layer;
import org.retrato.api.Loss;
import org.retrato.api.Tensor;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Network;
import org.retrato.testkit.numeric.Probes;

/**
 * Is something to learn.
 *
 * @param network what learns
 * @param activation its activation, and its initial weights
 * @param loss what is to become small
 * @param samples what it learns from
 * @param batch the rows of a step; 0 for all
 */
record Problem(Network network, Activation activation, Loss loss, Samples samples, int batch) {

    private static final Loss SQUARED = (output, target) -> output.sub(target).square();

    /** Returns a network of two hidden layers that learns a saddle: matrices, vectors, all roles that a parameter can have. */
    static Problem saddle() {
        var random = Probes.random(40);
        var inputs = new float[96][];
        var targets = new float[96][];
        for (var row = 0; row < inputs.length; row++) {
            inputs[row] = new float[] {random.nextFloat() * 2 - 1, random.nextFloat() * 2 - 1};
            targets[row] = new float[] {inputs[row][0] * inputs[row][1], 0.5f - inputs[row][0]};
        }
        return new Problem(Network.dense(2, List.of(16, 8), 2), Tensor::tanh, SQUARED, Samples.of(inputs, targets), 0);
    }

    /** Returns a single weight and a single bias, whose sum should be 2. */
    static Problem single() {
        return new Problem(
                Network.dense(1, List.of(), 1), x -> x, SQUARED, new Samples(1, new float[] {1}, new float[] {2}), 0);
    }

    /** Returns a valley four times as steep in one direction as in another. */
    static Problem quadratic() {
        var lowest = new double[] {1, -0.5, 2, 0.3};
        Loss valley = (output, target) -> {
            var difference = output.sub(vector(output, lowest));
            return difference.square().mul(vector(output, 0.5, 1, 1.5, 2));
        };
        return surface(valley, 0.2, 0.4, -0.3, 0.1);
    }

    /** Returns the curved valley of Rosenbrock, An automatic method for finding the greatest or least value, 1960. */
    static Problem rosenbrock() {
        Loss valley = (output, target) -> {
            var x = output.slice(-1, 0, 1);
            var y = output.slice(-1, 1, 2);
            return x.rsub(1).square().add(y.sub(x.square()).square().mul(100));
        };
        return surface((output, target) -> valley.apply(output, target).squeeze(-1), -1.2, 1);
    }

    /** Returns two planes hidden in noise, to be found from a few samples at a time. */
    static Problem noisy() {
        var random = Probes.random(41);
        var inputs = new float[256][];
        var targets = new float[256][];
        for (var row = 0; row < inputs.length; row++) {
            inputs[row] = new float[] {(float) random.nextGaussian(), 0.3f * (float) random.nextGaussian()};
            targets[row] = planes(inputs[row]);
            targets[row][0] += 0.3f * (float) random.nextGaussian();
            targets[row][1] += 0.3f * (float) random.nextGaussian();
        }
        return new Problem(Network.dense(2, List.of(), 2), x -> x, SQUARED, Samples.of(inputs, targets), 16);
    }

    /** Returns what there is to find in the noise. */
    static float[] planes(float... point) {
        return new float[] {point[0] - 2 * point[1] + 0.3f, 3 * point[1] - 0.2f};
    }

    /** Lets the outputs of a network whose only input is 1 walk on a surface. */
    private static Problem surface(Loss surface, double... start) {
        var activation = new Activation() {
            @Override
            public Tensor apply(Tensor x) {
                return x;
            }

            @Override
            public Tensor weights(Layer layer) {
                return biases(layer).unsqueeze(0);
            }

            @Override
            public Tensor biases(Layer layer) {
                return vector(
                        layer.filled(0),
                        IntStream.range(0, start.length)
                                .mapToDouble(i -> start[i] / 2)
                                .toArray());
            }
        };
        var samples = new Samples(1, new float[] {1}, new float[start.length]);
        return new Problem(Network.dense(1, List.of(), start.length), activation, surface, samples, 0);
    }

    private static Tensor vector(Tensor any, double... numbers) {
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> any.constant(numbers[i]).unsqueeze(0))
                .reduce((all, one) -> concat(0, all, one))
                .orElseThrow();
    }

    /** Returns gradients that depend on nothing, so that rounding cannot feed back. */
    static double[] gradient(Random random, int length) {
        return IntStream.range(0, length)
                .mapToDouble(i -> Probes.floats((i % 3 - 0.5) + 0.5 * random.nextGaussian()))
                .toArray();
    }
}
