package org.retrato.testkit.activation;

import static org.retrato.testkit.activation.ActivationRules.EXACT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.network.DenseLayer;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;
import org.retrato.testkit.numeric.Probes;

/** Sends a signal through ten layers as they begin, and a gradient back, in doubles. */
final class DeepNetwork {

    private static final int LAYERS = 10;
    private static final int UNITS = 64;
    private static final int ROWS = 64;
    private static final Loss NONE = (output, target) -> output.sub(target);

    private final Activation activation;
    private final List<DenseLayer> layers;

    /** What the activation of each layer was applied to. */
    private final List<double[]> sums = new ArrayList<>();

    /** What the activation of each layer yielded. */
    private final List<double[]> values = new ArrayList<>();

    DeepNetwork(Activation activation) {
        this.activation = activation;
        this.layers = layers(activation, Network.dense(UNITS, Collections.nCopies(LAYERS, UNITS), 1));
        var x = Probes.normal(Probes.random(6), ROWS * UNITS, 1);
        for (var i = 0; i < LAYERS; i++) {
            sums.add(forward(layers.get(i), x));
            x = EXACT.value(activation, UNITS, sums.getLast());
            values.add(x);
        }
    }

    /** Returns the layers of a network as it begins. */
    static List<DenseLayer> layers(Activation activation, Network network) {
        return new Model(network, activation, NONE, Randomness.of(1), new Compiler(new KernelCompiler())).layers();
    }

    /** Returns by what factor the variance between rows changes from the first layer to the last. */
    double changeOfVariance() {
        return variance(values.getLast()) / variance(values.getFirst());
    }

    /** Returns by what factor the mean square of a random gradient changes from the last layer to the first. */
    double changeOfGradient() {
        var random = Probes.normal(Probes.random(7), values.getLast().length, 1);
        var last = EXACT.gradient(activation, UNITS, sums.getLast(), random);
        var gradient = last;
        for (var i = LAYERS - 1; i > 0; i--) {
            gradient = EXACT.gradient(activation, UNITS, sums.get(i - 1), backward(layers.get(i), gradient));
        }
        return meanSquare(gradient) / meanSquare(last);
    }

    private static double[] forward(DenseLayer layer, double[] x) {
        var weights = layer.weights();
        var biases = layer.biases();
        var inputs = layer.inputs();
        var outputs = layer.outputs();
        var y = new double[ROWS * outputs];
        for (var row = 0; row < ROWS; row++) {
            for (var to = 0; to < outputs; to++) {
                var sum = (double) biases[to];
                for (var from = 0; from < inputs; from++) {
                    sum += x[row * inputs + from] * weights[from * outputs + to];
                }
                y[row * outputs + to] = sum;
            }
        }
        return y;
    }

    private static double[] backward(DenseLayer layer, double[] dy) {
        var weights = layer.weights();
        var inputs = layer.inputs();
        var outputs = layer.outputs();
        var dx = new double[ROWS * inputs];
        for (var row = 0; row < ROWS; row++) {
            for (var from = 0; from < inputs; from++) {
                var sum = 0.0;
                for (var to = 0; to < outputs; to++) {
                    sum += dy[row * outputs + to] * weights[from * outputs + to];
                }
                dx[row * inputs + from] = sum;
            }
        }
        return dx;
    }

    /** Returns the variance of a unit from row to row, in the mean of the units. */
    private static double variance(double[] rows) {
        var width = rows.length / ROWS;
        var total = 0.0;
        for (var unit = 0; unit < width; unit++) {
            var mean = 0.0;
            for (var row = 0; row < ROWS; row++) {
                mean += rows[row * width + unit] / ROWS;
            }
            for (var row = 0; row < ROWS; row++) {
                total += Math.pow(rows[row * width + unit] - mean, 2) / ROWS;
            }
        }
        return total / width;
    }

    private static double meanSquare(double... numbers) {
        var sum = 0.0;
        for (var number : numbers) {
            sum += number * number;
        }
        return sum / numbers.length;
    }
}
