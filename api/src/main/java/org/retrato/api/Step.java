package org.retrato.api;

import java.util.function.UnaryOperator;

/** Gives an optimizer what one step of training knows about one parameter; only the runtime implements it. */
@Stability(Stability.Level.EVOLVING)
public interface Step {

    /** Returns the parameter before the step: shape {@code [inputs, outputs]} for weights, {@code [outputs]} for biases. */
    Tensor parameter();

    /** Returns the gradient of the mean loss with respect to the parameter, same shape. */
    Tensor gradient();

    /** Returns the learning rate of this step, a scalar: the optimizer's own times what the schedule says. */
    Tensor learningRate();

    /** Returns the number of this step, a scalar, from 1. Scalar formulas are evaluated in double precision. */
    Tensor iteration();

    /**
     * Declares a state that lives from step to step, of the parameter's shape and zero at first.
     *
     * @param name the name of the state, unique in this optimizer
     * @param update computes the new state from the old one
     * @return the new state
     */
    Tensor state(String name, UnaryOperator<Tensor> update);

    /**
     * Declares a state that lives from step to step, of the shape and with the values of {@code initial}, which may use
     * {@link #parameter()} (as it is before the first step) and constants.
     *
     * @return the new state
     */
    Tensor state(String name, Tensor initial, UnaryOperator<Tensor> update);

    /** Returns a scalar of the given value. */
    Tensor constant(double value);
}
