package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.retrato.api.Optimizer;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.graph.Evaluator;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/**
 * Is an optimizer ready to run on parameters of one shape.
 *
 * @param formula (learningRate, iteration, parameter, gradient, states…) → (parameter, states…)
 * @param parameter the input that stands for the parameter
 * @param states the states in their order
 */
record OptimizerFormula(CompiledFormula formula, Node parameter, List<TracedStep.State> states) {

    /** The numbers of the first inputs of the formula; the states follow. */
    static final int LEARNING_RATE = 0;

    static final int ITERATION = 1;
    static final int PARAMETER = 2;
    static final int GRADIENT = 3;
    static final int STATES = 4;

    static OptimizerFormula of(Optimizer optimizer, Shape shape, Compiler compiler) {
        var graph = new Graph();
        var parameter = graph.input("parameter", shape);
        var gradient = graph.input("gradient", shape);
        var step = new TracedStep(parameter, gradient);
        var updated = update(optimizer, step);
        var states = List.copyOf(step.states().values());

        var inputs = new ArrayList<>(List.of(step.learningRate(), step.iteration(), parameter, gradient));
        var outputs = new ArrayList<>(List.of(updated));
        for (var state : states) {
            inputs.add(state.old());
            outputs.add(state.updated());
        }
        return new OptimizerFormula(compiler.compile(inputs, outputs), parameter, states);
    }

    private static Node update(Optimizer optimizer, TracedStep step) {
        var updated = FormulaException.record(optimizer, () -> optimizer.update(step));
        if (!updated.shape().equals(step.parameter().shape())) {
            throw new FormulaException(
                    optimizer,
                    "it turns a parameter of shape " + step.parameter().shape() + " into one of shape "
                            + updated.shape());
        }
        if (!Graph.ordered(List.of(updated)).contains(step.learningRate())) {
            throw new FormulaException(
                    optimizer,
                    "it does not use step.learningRate(), so that schedules would not reach it; use it in place of the field");
        }
        return updated;
    }

    /** Returns what a state is before the first step, given the parameter as the network stores it. */
    double[] initial(TracedStep.State state, Floats stored, Layout layout) {
        var elements = new double[parameter.shape().elements(1)];
        var logical = new Floats(new float[elements.length]);
        layout.unpack(stored, logical);
        Arrays.setAll(elements, index -> logical.array()[index]);
        return new Evaluator(List.of(parameter), List.of(state.initial()))
                .evaluate(1, elements)
                .getFirst();
    }
}
