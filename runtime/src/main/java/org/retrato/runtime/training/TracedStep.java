package org.retrato.runtime.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.retrato.api.Step;
import org.retrato.api.Tensor;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/** Records what an optimizer does to one parameter. */
public final class TracedStep implements Step {

    /**
     * A state of the optimizer.
     *
     * @param old the state before the step, an input of the formula
     * @param initial the state before the first step; may depend on {@link #parameter} only
     * @param updated the state after the step
     */
    public record State(Node old, Node initial, Node updated) {}

    private final Graph graph;
    private final Node parameter;
    private final Node gradient;
    private final Node learningRate;
    private final Node iteration;
    private final Map<String, State> states = new LinkedHashMap<>();

    /** Starts to record; the gradient is a node of the same graph as the parameter. */
    public TracedStep(Node parameter, Node gradient) {
        this.graph = parameter.graph();
        this.parameter = parameter;
        this.gradient = gradient;
        this.learningRate = graph.input("learningRate", Shape.SCALAR);
        this.iteration = graph.input("iteration", Shape.SCALAR);
    }

    @Override
    public Node parameter() {
        return parameter;
    }

    @Override
    public Node gradient() {
        return gradient;
    }

    @Override
    public Node learningRate() {
        return learningRate;
    }

    @Override
    public Node iteration() {
        return iteration;
    }

    @Override
    public Tensor state(String name, UnaryOperator<Tensor> update) {
        return state(name, graph.constant(0, parameter.shape()), update);
    }

    @Override
    public Tensor state(String name, Tensor initial, UnaryOperator<Tensor> update) {
        var first = (Node) initial;
        if (Graph.ordered(List.of(first)).stream().anyMatch(node -> node != parameter && node.isInput())) {
            throw new IllegalArgumentException(
                    "the initial value of the state '" + name
                            + "' depends on more than constants and the parameter, which is all there is before the first step");
        }
        var old = graph.input("state " + name, first.shape()).named(name);
        var updated = (Node) update.apply(old);
        if (!updated.shape().equals(first.shape())) {
            throw new IllegalArgumentException("the state '" + name + "' has the shape " + first.shape()
                    + ", but is updated to " + updated.shape());
        }
        if (states.putIfAbsent(name, new State(old, first, updated)) != null) {
            throw new IllegalArgumentException("the state '" + name + "' is declared twice; give each its own name");
        }
        return updated;
    }

    @Override
    public Tensor constant(double value) {
        return graph.constant(value, Shape.SCALAR);
    }

    /** Returns the states in the order in which they were declared. */
    public Map<String, State> states() {
        return states;
    }
}
