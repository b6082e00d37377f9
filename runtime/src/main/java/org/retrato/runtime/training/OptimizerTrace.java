package org.retrato.runtime.training;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;
import org.retrato.runtime.graph.Shape;

/** Is the formula of an optimizer for one parameter: recorded, and checked. */
public final class OptimizerTrace {

    private final TracedStep step;
    private final List<Exchange> exchanges;
    private final Node updated;
    private final Node evaluated;

    private OptimizerTrace(TracedStep step, List<Exchange> exchanges, Node updated, Node evaluated) {
        this.step = step;
        this.exchanges = List.copyOf(exchanges);
        this.updated = updated;
        this.evaluated = evaluated;
    }

    /**
     * Records what an optimizer does to a parameter.
     *
     * @throws org.retrato.runtime.graph.FormulaException if the formula does not fit
     */
    public static OptimizerTrace of(Optimizer optimizer, Shape shape, Role role) {
        var graph = new Graph();
        var recording = new Recording(graph.input("parameter", shape), role);
        var step = new TracedStep(recording, graph.input("gradient", shape));
        var updated = step.record(optimizer);
        return new OptimizerTrace(step, recording.exchanges(), updated, TracedEvaluation.of(optimizer, recording));
    }

    /** Returns the inputs of the formula that are numbers: learning rate, schedule, iteration, loss. */
    public List<Node> numbers() {
        return List.of(step.learningRate(), step.schedule(), step.iteration(), step.loss());
    }

    /** Returns the parameter before the step. */
    public Node parameter() {
        return step.parameter();
    }

    /** Returns the gradient. */
    public Node gradient() {
        return step.gradient();
    }

    /** Returns the states by name, in the order in which they were declared. */
    public Map<String, TracedStep.State> states() {
        return step.states();
    }

    /** Returns where the formula looks beyond the parameter, in the order in which it was recorded. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /** Returns the parameter after the step. */
    public Node updated() {
        return updated;
    }

    /** Returns the parameter to predict with: {@link #parameter()} itself if that is the one of training. */
    public Node evaluated() {
        return evaluated;
    }

    /** Returns all that a step computes. */
    List<Node> results() {
        return Stream.of(
                        exchanges.stream().map(Exchange::share),
                        Stream.of(updated),
                        states().values().stream().map(TracedStep.State::updated))
                .flatMap(nodes -> nodes)
                .toList();
    }

    /** Returns whether a node is the sum of all elements of a tensor of the parameter's shape. */
    boolean isSum(Node node) {
        return node.rank() == 0
                && moves(node)
                && summed(node).shape().equals(parameter().shape());
    }

    /** Returns the tensor whose elements a sum adds. */
    static Node summed(Node sum) {
        var node = sum;
        while (moves(node)) {
            node = node.input(0);
        }
        return node;
    }

    private static boolean moves(Node node) {
        return node.operation() instanceof Operation.Sum || node.operation() instanceof Operation.Reshape;
    }
}
