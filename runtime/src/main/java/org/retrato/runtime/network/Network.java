package org.retrato.runtime.network;

import java.util.List;

/**
 * Describes a dense network: an encoding, hidden layers with an activation, and a linear output layer.
 *
 * @param inputs the number of inputs, at least 1
 * @param encoding what the first layer sees of them
 * @param hidden the number of units of each hidden layer; may be empty
 * @param outputs the number of outputs, at least 1
 */
public record Network(int inputs, Encoding encoding, List<Integer> hidden, int outputs) {

    public Network {
        hidden = List.copyOf(hidden);
        requireSize("inputs", inputs);
        requireSize("outputs", outputs);
        hidden.forEach(units -> requireSize("units of a hidden layer", units));
    }

    /** Describes a network without encoding. */
    public static Network dense(int inputs, List<Integer> hidden, int outputs) {
        return new Network(inputs, new None(), hidden, outputs);
    }

    private static void requireSize(String what, int size) {
        if (size < 1 || size > 1 << 20) {
            throw new IllegalArgumentException(
                    "the number of " + what + " must be from 1 to 1,048,576, but is " + size);
        }
    }
}
