package org.retrato.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.retrato.api.Optimizer;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;
import org.retrato.runtime.training.TracedStep;

/** Takes an optimizer from step to step, on one parameter. */
final class Course {

    private final Evaluation evaluation;
    private final Optimizer optimizer;
    private final Map<String, double[]> states = new LinkedHashMap<>();
    private double[] parameter;
    private int iteration;
    private Recording recording;

    /** The formula of a step, from the inputs parameter, gradient, learning rate, iteration and states. */
    private record Recording(TracedStep step, Node updated) {

        static Recording of(Optimizer optimizer, int length) {
            var graph = new Graph();
            var shape = Shape.of(length);
            var step = new TracedStep(graph.input("parameter", shape), graph.input("gradient", shape));
            return new Recording(step, (Node) optimizer.update(step));
        }
    }

    Course(Evaluation evaluation, Optimizer optimizer, double... start) {
        this.evaluation = evaluation;
        this.optimizer = optimizer;
        this.parameter = start;
        this.recording = Recording.of(optimizer, start.length);
        recording.step().states().forEach((name, state) -> states.put(name, initial(state)));
    }

    private double[] initial(TracedStep.State state) {
        return Evaluation.inDoubles()
                .run(List.of(recording.step().parameter()), List.of(state.initial()), 1, List.of(parameter))
                .getFirst();
    }

    /** Records the formula anew; the parameter and the states stay. */
    void resume() {
        recording = Recording.of(optimizer, parameter.length);
    }

    /** Takes a step along the slope at the parameter, and returns the new parameter. */
    double[] step(UnaryOperator<double[]> slope) {
        iteration++;
        var step = recording.step();
        var inputs = new ArrayList<>(List.of(step.parameter(), step.gradient(), step.learningRate(), step.iteration()));
        var values = new ArrayList<>(List.of(
                parameter, slope.apply(parameter), new double[] {optimizer.learningRate()}, new double[] {iteration}));
        var outputs = new ArrayList<>(List.of(recording.updated()));
        step.states().forEach((name, state) -> {
            inputs.add(state.old());
            values.add(states.get(name));
            outputs.add(state.updated());
        });
        var results = evaluation.run(inputs, outputs, 1, values);
        parameter = results.getFirst();
        var updated = results.subList(1, results.size()).iterator();
        step.states().keySet().forEach(name -> states.put(name, updated.next()));
        return parameter;
    }
}
