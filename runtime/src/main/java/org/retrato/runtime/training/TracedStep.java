package org.retrato.runtime.training;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.api.Step;
import org.retrato.api.Tensor;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/** Records what an optimizer does to one parameter in a step. */
public final class TracedStep implements Step {

    private static final String LEARNING_RATE = "learningRate";
    private static final String SCHEDULE = "schedule";

    /**
     * A state of the optimizer.
     *
     * @param old the state before the step, an input of the formula
     * @param initial the state before the first step; may depend on {@link #parameter} only
     * @param updated the state after the step
     */
    public record State(Node old, Node initial, Node updated) {}

    private final Recording recording;
    private final Recording.Scope scope;
    private final Node gradient;
    private final Node learningRate;

    /** Starts to record; the gradient is a node of the same graph as the parameter. */
    TracedStep(Recording recording, Node gradient) {
        this(recording, Recording.Scope.OUTERMOST, gradient, recording.number(LEARNING_RATE));
    }

    private TracedStep(Recording recording, Recording.Scope scope, Node gradient, Node learningRate) {
        this.recording = recording;
        this.scope = scope;
        this.gradient = gradient;
        this.learningRate = learningRate;
    }

    @Override
    public Node parameter() {
        return recording.parameter();
    }

    @Override
    public Role role() {
        return recording.role();
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
        return recording.number("iteration");
    }

    @Override
    public Node loss() {
        return recording.number("loss");
    }

    /** Returns what the schedule multiplies learning rates by, a scalar; that of the outermost optimizer is multiplied already. */
    public Node schedule() {
        return recording.number(SCHEDULE);
    }

    @Override
    public Node total(Tensor value) {
        var share = (Node) value;
        if (share.rank() != 0) {
            throw new IllegalArgumentException("total takes a scalar from each parameter, but got the shape "
                    + share.shape() + "; reduce it first, as total(x.sum())");
        }
        return recording.exchange(scope, "total", share);
    }

    @Override
    public Node gradientAt(Tensor point) {
        return recording.exchange(scope, "gradient at the point", ofParameter("gradientAt", point));
    }

    @Override
    public Node state(String name, UnaryOperator<Tensor> update) {
        return state(name, recording.constant(0, parameter().shape()), update);
    }

    @Override
    public Node state(String name, Tensor initial, UnaryOperator<Tensor> update) {
        return recording.state(scope, name, (Node) initial, old -> (Node) update.apply(old));
    }

    @Override
    public Tensor state(String name) {
        throw new IllegalArgumentException(
                "state(\"" + name + "\") without an update belongs to evaluation; here, state(\"" + name
                        + "\", old -> …) returns the new value");
    }

    @Override
    public Node update(Optimizer inner) {
        var rate = recording.constant(inner.learningRate(), Shape.SCALAR).mul(schedule());
        return new TracedStep(recording, recording.enter(scope, inner), gradient, rate).record(inner);
    }

    @Override
    public Step withGradient(Tensor other) {
        return new TracedStep(recording, scope, ofParameter("withGradient", other), learningRate);
    }

    private Node ofParameter(String method, Tensor tensor) {
        var node = (Node) tensor;
        if (!node.shape().equals(parameter().shape())) {
            throw new IllegalArgumentException(method + " takes a tensor of the parameter's shape "
                    + parameter().shape() + ", but got " + node.shape());
        }
        return node;
    }

    @Override
    public Node constant(double value) {
        return recording.constant(value, Shape.SCALAR);
    }

    /** Returns the states in the order in which they were declared. */
    public Map<String, State> states() {
        return recording.states();
    }

    /** Records the update by an optimizer, and checks it. */
    Node record(Optimizer optimizer) {
        var updated = FormulaException.record(optimizer, () -> optimizer.update(this));
        if (!updated.shape().equals(parameter().shape())) {
            throw new FormulaException(
                    optimizer,
                    "it turns a parameter of shape " + parameter().shape() + " into one of shape " + updated.shape());
        }
        var used = recording.used(updated);
        if (!used.contains(learningRate) && !used.contains(schedule())) {
            throw new FormulaException(
                    optimizer,
                    "it does not use step.learningRate(), so that schedules would not reach it; use it in place of the field");
        }
        return updated;
    }
}
