package org.retrato.testkit;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
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
        var x = rows("x", width);
        return evaluate(List.of(x), (Node) activation.apply(x), rows.length / width, rows);
    }

    /** Returns the derivative of the activation at some numbers. */
    public double[] gradient(Activation activation, double... numbers) {
        return gradient(activation, 1, numbers);
    }

    /** Returns the gradient of the sum of all that the activation yields, with respect to rows of a width. */
    public double[] gradient(Activation activation, int width, double[] rows) {
        var x = rows("x", width);
        var y = (Node) activation.apply(x);
        var seed = y.graph().constant(1, y.shape());
        return evaluate(List.of(x), Gradient.of(y, seed, List.of(x)).getFirst(), rows.length / width, rows);
    }

    /**
     * Takes a gradient back through the activation.
     *
     * @param seed how much each number that the activation yields counts
     * @return the gradient of the weighted sum, with respect to rows of a width
     */
    public double[] gradient(Activation activation, int width, double[] rows, double[] seed) {
        var x = rows("x", width);
        var y = (Node) activation.apply(x);
        var weights = x.graph().input("seed", y.shape());
        var gradient = Gradient.of(y, weights, List.of(x)).getFirst();
        return evaluate(List.of(x, weights), gradient, rows.length / width, rows, seed);
    }

    /** Returns the unreduced loss of rows of a width. */
    public double[] value(Loss loss, int width, double[] output, double[] target) {
        var o = rows("output", width);
        var t = o.graph().input("target", o.shape());
        return evaluate(List.of(o, t), (Node) loss.apply(o, t), output.length / width, output, target);
    }

    /** Returns the gradient of the mean of the loss, with respect to rows of outputs. */
    public double[] gradient(Loss loss, int width, double[] output, double[] target) {
        var o = rows("output", width);
        var t = o.graph().input("target", o.shape());
        var mean = (Node) loss.apply(o, t).mean();
        var gradient = Gradient.of(mean, mean.graph().constant(1, Shape.SCALAR), List.of(o))
                .getFirst();
        return evaluate(List.of(o, t), gradient, output.length / width, output, target);
    }

    /** Returns the predictions that belong to rows of outputs. */
    public double[] prediction(Loss loss, int width, double[] output) {
        var o = rows("output", width);
        return evaluate(List.of(o), (Node) loss.predict(o), output.length / width, output);
    }

    /** Returns the factor of the schedule at each of a number of steps. */
    public double[] factors(Schedule schedule, int steps) {
        var graph = new Graph();
        var step = graph.input("step", Shape.SCALAR);
        var total = graph.input("steps", Shape.SCALAR);
        var factor = (Node) schedule.at(step, total);
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
        var course = new Course(evaluation, optimizer, start);
        return Stream.generate(() -> course.step(slope)).limit(steps).toList();
    }

    /**
     * Lets an optimizer work as {@link #trajectory} does, but before each step all is saved, the optimizer's formula recorded
     * anew, and what was saved restored.
     */
    public List<double[]> resumedTrajectory(
            Optimizer optimizer, double[] start, UnaryOperator<double[]> slope, int steps) {
        var course = new Course(evaluation, optimizer, start);
        return Stream.generate(() -> {
                    course.resume();
                    return course.step(slope);
                })
                .limit(steps)
                .toList();
    }

    private double[] evaluate(List<Node> inputs, Node output, int rows, double[]... values) {
        return evaluation.run(inputs, List.of(output), rows, List.of(values)).getFirst();
    }

    private static Node rows(String name, int width) {
        return new Graph().input(name, Shape.of(Shape.BATCH, width));
    }
}
