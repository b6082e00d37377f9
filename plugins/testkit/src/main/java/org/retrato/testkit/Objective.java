package org.retrato.testkit;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.retrato.api.Role;

/**
 * Is what an optimizer is to minimize: a function of several parameters, as a network has them.
 *
 * @param parameters the parameters
 * @param loss computes the loss from the elements of all parameters
 * @param gradients computes the gradient of each parameter from the elements of all
 */
public record Objective(
        List<Parameter> parameters, ToDoubleFunction<List<double[]>> loss, UnaryOperator<List<double[]>> gradients) {

    public Objective {
        parameters = List.copyOf(parameters);
    }

    /**
     * Is one parameter.
     *
     * @param sizes its shape
     * @param start its elements before the first step, row by row
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, not compared
    public record Parameter(Role role, List<Integer> sizes, double[] start) {

        public Parameter {
            sizes = List.copyOf(sizes);
        }
    }

    /**
     * Says where an optimizer is after a step.
     *
     * @param parameters the elements of each parameter
     * @param evaluated the elements with which a network would predict; mostly the same
     */
    public record Place(List<double[]> parameters, List<double[]> evaluated) {

        public Place {
            parameters = List.copyOf(parameters);
            evaluated = List.copyOf(evaluated);
        }
    }
}
