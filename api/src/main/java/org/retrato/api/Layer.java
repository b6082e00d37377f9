package org.retrato.api;

/** Describes one dense layer to whoever chooses its initial weights; only the runtime implements it. */
@Stability(Stability.Level.EVOLVING)
public interface Layer {

    /** Returns the position of the layer, from 0. */
    int index();

    /** Returns the number of layers of the network, the output layer included. */
    int layers();

    /** Returns the number of inputs of the layer (fan-in), at least 1. */
    int inputs();

    /** Returns the number of outputs of the layer (fan-out), at least 1. */
    int outputs();

    /** Returns numbers drawn uniformly from {@code [-bound, bound)}; each call draws others, the seed decides which. */
    Tensor uniform(double bound, int... shape);

    /** Returns numbers drawn from a normal distribution of mean 0; each call draws others, the seed decides which. */
    Tensor normal(double deviation, int... shape);

    /** Returns a tensor filled with one value. */
    Tensor filled(double value, int... shape);
}
