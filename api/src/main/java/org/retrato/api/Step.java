package org.retrato.api;

import java.util.function.UnaryOperator;

/**
 * Gives an optimizer what one step of training knows about one parameter; only the runtime implements it.
 *
 * <p>{@link #total} and {@link #gradientAt} look beyond the parameter. The runtime cuts the formula there: every parameter
 * computes its share, then all go on with the result. So each optimizer calls them equally often for every parameter, or not
 * at all for some, which then contribute nothing. Shapes that do not fit are refused at once, as by a {@link Tensor}.
 */
@Stability(Stability.Level.EVOLVING)
public interface Step {

    /** Returns the parameter before the step: shape {@code [inputs, outputs]} for weights, {@code [outputs]} for biases. */
    Tensor parameter();

    /** Returns what the parameter is for in its network; {@link #parameter()} has its shape. */
    Role role();

    /** Returns the gradient of the mean loss with respect to the parameter, same shape. */
    Tensor gradient();

    /** Returns the learning rate of this step, a scalar: the optimizer's own times what the schedule says. */
    Tensor learningRate();

    /** Returns the number of this step, a scalar, from 1. Scalar formulas are evaluated in double precision. */
    Tensor iteration();

    /** Returns the mean loss of the batch of this step, before the step, a scalar. */
    Tensor loss();

    /**
     * Returns the sum of a value over all parameters of the network, a scalar: the square of the length of the whole gradient
     * is {@code step.total(step.gradient().square().sum())}. Summed in double precision, always in the same order.
     *
     * @param value what this parameter adds, a scalar
     */
    Tensor total(Tensor value);

    /**
     * Returns the gradient of the mean loss of the same batch at another point, same shape as the parameter. All parameters
     * move to their points, the gradients are computed, and the parameters are back. Costs as much as a step; does not know
     * of {@link #withGradient}.
     *
     * @param point where to compute it, of the parameter's shape
     */
    Tensor gradientAt(Tensor point);

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

    /**
     * Returns a state that {@link Optimizer#update} declares, as the last step left it; in {@link Optimizer#evaluation} only.
     *
     * @param name the name of the state
     */
    Tensor state(String name);

    /**
     * Returns what another optimizer makes of the parameter in this step. It gets a learning rate of its own, times what the
     * schedule says; its states are its own, too, and their names begin with its name.
     *
     * @param inner a part of this optimizer, as a record component of type {@link Optimizer}
     * @return the parameter that it would leave
     */
    Tensor update(Optimizer inner);

    /**
     * Returns this step with another gradient, for what is called on it, as {@code step.withGradient(g).update(optimizer)}.
     *
     * @param gradient of the parameter's shape
     */
    Step withGradient(Tensor gradient);

    /** Returns a scalar of the given value. */
    Tensor constant(double value);
}
