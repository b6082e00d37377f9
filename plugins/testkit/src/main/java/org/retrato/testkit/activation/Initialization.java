package org.retrato.testkit.activation;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.exempt;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.retrato.api.Activation;
import org.retrato.runtime.network.Network;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.rule.Outcome;

/** Looks at the initial weights of layers, and at what becomes of signals in them. */
final class Initialization {

    /** By how much a signal may grow or shrink. */
    private static final double FACTOR = 100;

    private Initialization() {}

    static Outcome weights(Activation activation) {
        for (var layer : DeepNetwork.layers(activation, Network.dense(3, List.of(8, 16), 2))) {
            var place = "of a layer of %d inputs and %d outputs".formatted(layer.inputs(), layer.outputs());
            var weights = doubles(layer.weights()).toArray();
            var infinite = DoubleStream.concat(DoubleStream.of(weights), doubles(layer.biases()))
                    .filter(number -> !Double.isFinite(number))
                    .findFirst();
            if (infinite.isPresent()) {
                return broken(
                        "one number " + place + " begins as " + Digits.of(infinite.getAsDouble()),
                        "look at how weights(layer) and biases(layer) use the sizes of the layer");
            }
            if (DoubleStream.of(weights).distinct().count() == 1) {
                return broken(
                        "all weights " + place + " begin as " + Digits.of(weights[0]),
                        "draw them with layer.uniform(...) or layer.normal(...)");
            }
        }
        return kept();
    }

    private static DoubleStream doubles(float... numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]);
    }

    static Outcome variance(Activation activation) {
        return within("the variance between rows", new DeepNetwork(activation).changeOfVariance());
    }

    static Outcome gradient(Activation activation) {
        return within("the mean square of the gradient", new DeepNetwork(activation).changeOfGradient());
    }

    private static Outcome within(String what, double change) {
        if (Double.isNaN(change)) {
            return exempt(what + " has no factor of change: it is 0, or not a number");
        }
        var said = what + " changes by a factor of " + Digits.of(change);
        return change > 1 / FACTOR && change < FACTOR
                ? kept("factor " + Digits.of(change))
                : broken(
                        said,
                        "draw the weights by weights(layer) for this activation, as He et al. (2015) for what drops half of a signal: "
                                + "layer.uniform(Math.sqrt(6.0 / layer.inputs()), layer.inputs(), layer.outputs())");
    }
}
