package org.retrato.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.api.Schedule;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Gradient;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/**
 * Evaluates the formulas of components, for the tests of their authors.
 *
 * <pre>{@code
 * assertThat(Formulas.inDoubles().gradient(new Gelu(), 0.0)).containsExactly(0.5);
 * }</pre>
 *
 * <p>{@link #inDoubles} is the oracle: slow, plain, accurate to about 1e-15. {@link #compiled} is what training runs: fused
 * loops in float. The derivatives are those that the runtime derives.
 */
public final class Formulas {

    private final Evaluation evaluation;

    private Formulas(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Evaluates in double precision, node by node. */
    public static Formulas inDoubles() {
        return new Formulas(Evaluation.inDoubles());
    }

    /** Evaluates as training does, in single precision. */
    public static Formulas compiled() {
        return new Formulas(Evaluation.compiled());
    }

    /** Returns the activation of some numbers, each a row of its own. */
    public double[] value(Activation activation, double... numbers) {
        return value(activation, 1, numbers);
    }

    /** Returns the activation of rows of a width, given one after the other. */
    public double[] value(Activation activation, int width, double[] rows) {
        var x = x(width);
        return evaluate(List.of(x), record(activation, x), rows.length / width, rows);
    }

    /** Returns the derivative of the activation at some numbers. */
    public double[] gradient(Activation activation, double... numbers) {
        return gradient(activation, 1, numbers);
    }

    /** Returns the gradient of the sum of all that the activation yields, with respect to rows of a width. */
    public double[] gradient(Activation activation, int width, double[] rows) {
        var x = x(width);
        return gradient(record(activation, x), x, x, rows);
    }

    /**
     * Returns the gradient of the sum of all that the activation yields, with respect to one of its parameters, which is what it
     * is at first.
     *
     * @throws java.util.NoSuchElementException if the activation has no parameter of this name
     */
    public double[] gradient(Activation activation, String parameter, int width, double[] rows) {
        var x = x(width);
        var y = record(activation, x);
        var learned = x.graph().parameters().stream()
                .filter(known -> known.name().equals(parameter))
                .findFirst()
                .orElseThrow();
        return gradient(y, x, learned.node(), rows);
    }

    private double[] gradient(Node y, Node x, Node by, double[] rows) {
        var seed = y.graph().constant(1, y.shape());
        var gradient = Gradient.of(y, seed, List.of(by)).getFirst();
        return evaluate(List.of(x), gradient, rows.length / x.size(-1), rows);
    }

    /**
     * Takes a gradient back through the activation.
     *
     * @param seed how much each number that the activation yields counts
     * @return the gradient of the weighted sum, with respect to rows of a width
     */
    public double[] gradient(Activation activation, int width, double[] rows, double[] seed) {
        var x = x(width);
        var y = record(activation, x);
        var weights = x.graph().input("seed", y.shape());
        var gradient = Gradient.of(y, weights, List.of(x)).getFirst();
        return evaluate(List.of(x, weights), gradient, rows.length / width, rows, seed);
    }

    /** Returns the unreduced loss of rows of a width. */
    public double[] value(Loss loss, int width, double[] output, double[] target) {
        var o = rows("output", width);
        var t = o.graph().input("target", o.shape());
        return evaluate(List.of(o, t), record(loss, o, t), output.length / width, output, target);
    }

    /** Returns the gradient of the mean of the loss, with respect to rows of outputs. */
    public double[] gradient(Loss loss, int width, double[] output, double[] target) {
        var o = rows("output", width);
        var t = o.graph().input("target", o.shape());
        var mean = record(loss, o, t).mean();
        var gradient = Gradient.of(mean, mean.graph().constant(1, Shape.SCALAR), List.of(o))
                .getFirst();
        return evaluate(List.of(o, t), gradient, output.length / width, output, target);
    }

    /** Returns the predictions that belong to rows of outputs. */
    public double[] prediction(Loss loss, int width, double[] output) {
        var o = rows("output", width);
        return evaluate(
                List.of(o), FormulaException.record(loss, () -> loss.predict(o)), output.length / width, output);
    }

    /** Returns the factor of the schedule at each of a number of steps. */
    public double[] factors(Schedule schedule, int steps) {
        var graph = new Graph();
        var step = graph.input("step", Shape.SCALAR);
        var total = graph.input("steps", Shape.SCALAR);
        var factor = FormulaException.record(schedule, () -> schedule.at(step, total));
        var factors = new double[steps];
        for (var i = 0; i < steps; i++) {
            factors[i] = evaluate(List.of(step, total), factor, 1, new double[] {i}, new double[] {steps})[0];
        }
        return factors;
    }

    /**
     * Lets an optimizer work at its own learning rate, and returns the parameters after each step.
     *
     * @param start the parameters before the first step
     * @param slope computes the gradient from the parameters
     */
    public List<double[]> trajectory(Optimizer optimizer, double[] start, UnaryOperator<double[]> slope, int steps) {
        var parameter = new Objective.Parameter(Role.hidden(), List.of(start.length), start);
        var objective = new Objective(List.of(parameter), _ -> Double.NaN, all -> List.of(slope.apply(all.getFirst())));
        return trajectory(optimizer, objective, steps).stream()
                .map(place -> place.parameters().getFirst())
                .toList();
    }

    /**
     * Lets an optimizer minimize an objective of several parameters at its own learning rate.
     *
     * @return where it is after each step
     */
    public List<Objective.Place> trajectory(Optimizer optimizer, Objective objective, int steps) {
        var descent = new Descent(evaluation, optimizer, objective);
        return Stream.generate(() -> descent.step(1)).limit(steps).toList();
    }

    /**
     * Lets an optimizer work as {@link #trajectory(Optimizer, Objective, int)} does, but before each step all is saved, the
     * formulas recorded anew, and what was saved restored.
     */
    public List<Objective.Place> resumedTrajectory(Optimizer optimizer, Objective objective, int steps) {
        var descent = new Descent(evaluation, optimizer, objective);
        return Stream.generate(() -> {
                    descent.resume();
                    return descent.step(1);
                })
                .limit(steps)
                .toList();
    }

    private double[] evaluate(List<Node> inputs, Node output, int rows, double[]... values) {
        var allInputs = new ArrayList<>(inputs);
        var allValues = new ArrayList<>(List.of(values));
        for (var parameter : output.graph().parameters()) {
            allInputs.add(parameter.node());
            var elements = new double[parameter.node().shape().elements(1)];
            Arrays.fill(elements, parameter.initial());
            allValues.add(elements);
        }
        return evaluation.run(allInputs, List.of(output), rows, allValues).getFirst();
    }

    private static Node record(Activation activation, Node x) {
        return FormulaException.record(activation, () -> activation.apply(x));
    }

    private static Node record(Loss loss, Node output, Node target) {
        return FormulaException.record(loss, () -> loss.apply(output, target));
    }

    private static Node x(int width) {
        return Graph.ofActivation().input("x", Shape.of(Shape.BATCH, width));
    }

    private static Node rows(String name, int width) {
        return new Graph().input(name, Shape.of(Shape.BATCH, width));
    }
}
