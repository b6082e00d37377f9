package org.retrato.runtime.compile;

import java.util.List;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/** Is a formula ready to run; threads may share it, each with an {@link Execution} of its own. */
public final class CompiledFormula {

    private final List<Integer> inputs;
    private final List<Node> results;
    private final List<Integer> outputs;
    private final List<Shape> shapes;
    private final List<Double> numbers;
    private final List<Step> steps;
    private final boolean oneLoop;

    CompiledFormula(
            List<Integer> inputs,
            List<Node> results,
            List<Integer> outputs,
            List<Shape> shapes,
            List<Double> numbers,
            List<Step> steps,
            boolean oneLoop) {
        this.inputs = List.copyOf(inputs);
        this.results = List.copyOf(results);
        this.outputs = List.copyOf(outputs);
        this.shapes = List.copyOf(shapes);
        this.numbers = List.copyOf(numbers);
        this.steps = List.copyOf(steps);
        this.oneLoop = oneLoop;
    }

    /**
     * Returns whether the formula is one loop over elements, all arrays of one shape: then {@link Execution#runElements} can
     * compute any of them, and outputs may be written over inputs. Otherwise inputs and outputs must not overlap.
     */
    public boolean isOneLoop() {
        return oneLoop;
    }

    /** Returns memory for one thread to run the formula. */
    public Execution start() {
        return new Execution(this);
    }

    /**
     * Shows what was compiled to people.
     *
     * @param names what to call the outputs, in their order
     */
    public Listing listing(List<String> names) {
        return Lister.list(this, names);
    }

    List<Node> results() {
        return results;
    }

    List<Integer> inputs() {
        return inputs;
    }

    List<Integer> outputs() {
        return outputs;
    }

    List<Shape> shapes() {
        return shapes;
    }

    List<Double> numbers() {
        return numbers;
    }

    List<Step> steps() {
        return steps;
    }
}
