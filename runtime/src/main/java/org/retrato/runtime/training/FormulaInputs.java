package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.graph.Node;

/**
 * Lists what the formulas of an optimizer for one parameter are given, in the order in which all of them are compiled: numbers
 * first.
 *
 * <pre>
 * learningRate schedule iteration loss  total…  state of one number…  sum…  |  parameter gradient  state…  gradient at a point…
 * </pre>
 *
 * @param sums the sums over the parameter that are computed beforehand; none where formulas run as a whole
 */
record FormulaInputs(OptimizerTrace trace, List<Node> sums) {

    static final int PARAMETER = 0;
    static final int GRADIENT = 1;
    static final int STATES = 2;

    private static final int TOTALS = 4;

    List<Node> numbers() {
        var numbers = new ArrayList<>(trace.numbers());
        results(true).forEach(numbers::add);
        states(true).forEach(state -> numbers.add(state.old()));
        numbers.addAll(sums);
        return numbers;
    }

    List<Node> arrays() {
        var arrays = new ArrayList<>(List.of(trace.parameter(), trace.gradient()));
        states(false).forEach(state -> arrays.add(state.old()));
        results(false).forEach(arrays::add);
        return arrays;
    }

    List<Node> all() {
        return Stream.concat(numbers().stream(), arrays().stream()).toList();
    }

    /** Returns the results of the exchanges of one sort. */
    private Stream<Node> results(boolean totals) {
        return trace.exchanges().stream()
                .filter(exchange -> exchange.isTotal() == totals)
                .map(Exchange::result);
    }

    /** Returns the states that are numbers, or those that are arrays. */
    List<TracedStep.State> states(boolean numbers) {
        return trace.states().values().stream()
                .filter(state -> (state.old().rank() == 0) == numbers)
                .toList();
    }

    /** Returns where the states that are numbers begin among the numbers. */
    int numberStates() {
        return TOTALS + (int) results(true).count();
    }

    /** Returns where the gradients at points begin among the arrays. */
    int gradients() {
        return STATES + states(false).size();
    }

    /** Hands the numbers to an execution. */
    static void give(double[] numbers, Execution execution) {
        for (var i = 0; i < numbers.length; i++) {
            execution.input(i, numbers[i]);
        }
    }
}
