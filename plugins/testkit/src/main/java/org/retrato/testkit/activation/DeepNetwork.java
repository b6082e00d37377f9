package org.retrato.testkit.activation;

import static org.retrato.testkit.activation.ActivationRules.EXACT;
import static org.retrato.testkit.activation.ActivationRules.WIDTH;
import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.exempt;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.network.DenseLayer;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.numeric.Probes;
import org.retrato.testkit.rule.Outcome;

/** Sends a signal through ten layers as they begin, and a gradient back. */
final class DeepNetwork {

    private static final int LAYERS = 10;
    private static final int UNITS = 64;
    private static final int ROWS = 64;
    private static final double FACTOR = 100;
    private static final Loss NONE = (output, target) -> output.sub(target);
    private static final String REMEDY =
            "draw the weights by weights(layer) for this activation, as He et al. (2015) or Glorot and Bengio (2010) derive it";

    private final Activation activation;
    private final List<DenseLayer> layers;

    /** What the activation of each layer was applied to, and what it yielded. */
    private final List<double[]> sums = new ArrayList<>();

    private final List<double[]> values = new ArrayList<>();

    private DenseLayer layer(int index) {
        return layers.get(index);
    }

    private DeepNetwork(Activation activation) {
        this.activation = activation;
        this.layers = layers(activation, Network.dense(UNITS, Collections.nCopies(LAYERS, UNITS), 1));
        var x = Probes.normal(Probes.random(6), ROWS * UNITS, 1);
        for (var i = 0; i < LAYERS; i++) {
            sums.add(forward(layer(i), x));
            x = EXACT.value(activation, UNITS, sums.getLast());
            values.add(x);
        }
    }

    private static List<DenseLayer> layers(Activation activation, Network network) {
        return new Model(network, activation, NONE, Randomness.of(1), new Compiler(new KernelCompiler())).layers();
    }

    static Outcome initialization(Activation activation) {
        for (var layer : layers(activation, Network.dense(3, List.of(WIDTH, 2 * WIDTH), 2))) {
            var weights = IntStream.range(0, layer.weights().length)
                    .mapToDouble(i -> layer.weights()[i])
                    .toArray();
            var biases = IntStream.range(0, layer.biases().length)
                    .mapToDouble(i -> layer.biases()[i])
                    .toArray();
            var infinite = IntStream.range(0, weights.length + biases.length)
                    .mapToDouble(i -> i < weights.length ? weights[i] : biases[i - weights.length])
                    .filter(number -> !Double.isFinite(number))
                    .findFirst();
            if (infinite.isPresent()) {
                return broken(
                        "a layer of %d inputs and %d outputs begins with %s"
                                .formatted(layer.inputs(), layer.outputs(), Digits.of(infinite.getAsDouble())),
                        "look at how weights(layer) and biases(layer) use the sizes of the layer");
            }
            if (IntStream.range(0, weights.length).allMatch(i -> weights[i] == weights[0])) {
                return broken(
                        "all weights of a layer of %d inputs and %d outputs begin as %s"
                                .formatted(layer.inputs(), layer.outputs(), Digits.of(weights[0])),
                        "draw them with layer.uniform(...) or layer.normal(...)");
            }
        }
        return kept();
    }

    static Outcome variance(Activation activation) {
        DeepNetwork network;
        try {
            network = new DeepNetwork(activation);
        } catch (FormulaException wrong) {
            return exempt("there is no such network: " + wrong.getMessage());
        }
        return within(
                "the variance between rows",
                network.spread(network.values.getFirst()),
                network.spread(network.values.getLast()));
    }

    static Outcome gradient(Activation activation) {
        DeepNetwork network;
        try {
            network = new DeepNetwork(activation);
        } catch (FormulaException wrong) {
            return exempt("there is no such network: " + wrong.getMessage());
        }
        var gradient = Probes.normal(Probes.random(7), network.values.getLast().length, 1);
        var last = 0.0;
        for (var i = LAYERS - 1; i >= 0; i--) {
            gradient = EXACT.gradient(activation, UNITS, network.sums.get(i), gradient);
            if (i == LAYERS - 1) {
                last = meanSquare(gradient);
            }
            if (i > 0) {
                gradient = backward(network.layer(i), gradient);
            }
        }
        return within("the mean square of the gradient, on its way back,", last, meanSquare(gradient));
    }

    private static Outcome within(String what, double from, double to) {
        var change = to / from;
        var said = "%s goes from %s to %s, by a factor of %s"
                .formatted(what, Digits.of(from), Digits.of(to), Digits.of(change));
        return change > 1 / FACTOR && change < FACTOR ? kept("factor " + Digits.of(change)) : broken(said, REMEDY);
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

    /** Returns how much a unit differs from row to row, in the mean of the units. */
    private double spread(double[] rows) {
        var width = rows.length / ROWS;
        var total = 0.0;
        for (var unit = 0; unit < width; unit++) {
            var sum = 0.0;
            var squares = 0.0;
            for (var row = 0; row < ROWS; row++) {
                sum += rows[row * width + unit];
                squares += rows[row * width + unit] * rows[row * width + unit];
            }
            total += (squares - sum * sum / ROWS) / ROWS;
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
