package org.retrato.runtime.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.graph.Evaluator;

/**
 * Corrects one parameter of a network in place, and keeps the states that the optimizer has for it.
 *
 * <p>In each phase but the last, shares are computed of what is wanted from all parameters or all elements: phase {@code n}
 * computes what has level {@code n}, of which the results have the next. The last phase corrects.
 */
abstract sealed class ParameterUpdate permits ElementUpdate, WholeUpdate {

    private final int[] totals;
    private final double[] numbers;
    private final double[] shares;
    private final int[] atPoints;
    private final Floats[] points;
    private final Floats[] gradients;

    ParameterUpdate(FormulaInputs inputs, StoredParameter parameter, FloatArena arena) {
        var trace = inputs.trace();
        var exchanges = trace.exchanges();
        numbers = new double[inputs.numbers().size()];
        totals = exchanges.stream()
                .mapToInt(exchange -> inputs.numbers().indexOf(exchange.result()))
                .toArray();
        for (var i = 0; i < inputs.states(true).size(); i++) {
            numbers[inputs.numberStates() + i] = initial(inputs.states(true).get(i), trace, parameter)[0];
        }
        shares = new double[exchanges.size()];
        points = new Floats[exchanges.size()];
        gradients = new Floats[exchanges.size()];
        atPoints = IntStream.range(0, exchanges.size())
                .filter(i -> !exchanges.get(i).isTotal())
                .toArray();
        for (var exchange : atPoints) {
            points[exchange] = arena.allocate(parameter.elements().length());
            gradients[exchange] = arena.allocate(parameter.elements().length());
        }
    }

    /**
     * Prepares the update.
     *
     * @param threads how many threads share the work
     */
    static ParameterUpdate of(
            TracedOptimizer optimizer,
            OptimizerTrace trace,
            StoredParameter parameter,
            int threads,
            Compiler compiler,
            FloatArena arena) {
        return Elementwise.is(trace)
                ? new ElementUpdate(optimizer, trace, parameter, threads, compiler, arena)
                : new WholeUpdate(optimizer, trace, parameter, compiler, arena);
    }

    /** Returns what a state is before the first step. */
    static double[] initial(TracedStep.State state, OptimizerTrace trace, StoredParameter parameter) {
        var elements = new double[parameter.count()];
        var logical = parameter.logical(parameter.elements());
        Arrays.setAll(elements, index -> logical.array()[index]);
        return new Evaluator(List.of(trace.parameter()), List.of(state.initial()))
                .evaluate(1, elements)
                .getFirst();
    }

    /** Begins a step; {@code iteration} counts from 1. */
    final void begin(double learningRate, double schedule, int iteration, double loss) {
        numbers[0] = learningRate;
        numbers[1] = schedule;
        numbers[2] = iteration;
        numbers[3] = loss;
    }

    /** Returns the numbers that formulas are given, in the order of {@link FormulaInputs}. */
    final double[] numbers() {
        return numbers;
    }

    /** Returns the shares of this parameter in totals, by the numbers of the exchanges in the trace. */
    final double[] shares() {
        return shares;
    }

    /** Returns the numbers of the exchanges that are gradients at points. */
    final int[] atPoints() {
        return atPoints;
    }

    /** Returns the point at which a gradient is wanted, as the network would store the parameter. */
    final Floats point(int exchange) {
        return points[exchange];
    }

    /** Returns where a gradient at a point is written, as the network stores the gradient. */
    final Floats gradientAt(int exchange) {
        return gradients[exchange];
    }

    /** Takes the result of an exchange, by its number in the trace: a total. */
    final void total(int exchange, double value) {
        numbers[totals[exchange]] = value;
    }

    /** Returns the number of parts of a phase, which may be run at the same time. */
    abstract int parts(int phase);

    /** Runs one part of a phase. */
    abstract void run(int phase, int part, int worker);

    /** Ends a phase whose parts have run. */
    abstract void finish(int phase);

    /** Returns what a state that is an array is now, in logical order, by its place among those. */
    abstract Floats array(int state);
}
