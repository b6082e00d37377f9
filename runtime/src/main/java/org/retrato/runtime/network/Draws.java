package org.retrato.runtime.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.retrato.api.Layer;
import org.retrato.api.Tensor;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/** Lets a formula draw random constants: each draw is an input of the graph, and its numbers are remembered. */
final class Draws implements Layer {

    private final Graph graph;
    private final Randomness randomness;
    private final int index;
    private final int layers;
    private final int inputs;
    private final int outputs;
    private final Map<Node, double[]> numbers = new LinkedHashMap<>();

    Draws(Graph graph, Randomness randomness, int index, int layers, int inputs, int outputs) {
        this.graph = graph;
        this.randomness = randomness;
        this.index = index;
        this.layers = layers;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** Returns the numbers of each draw. */
    Map<Node, double[]> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public int layers() {
        return layers;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public Tensor uniform(double bound, int... shape) {
        var stream = randomness.stream(numbers.size());
        return draw(shape, counter -> bound * (2 * stream.uniform(counter) - 1));
    }

    @Override
    public Tensor normal(double deviation, int... shape) {
        var stream = randomness.stream(numbers.size());
        return draw(shape, counter -> deviation * stream.normal(counter));
    }

    @Override
    public Tensor filled(double value, int... shape) {
        return graph.constant(value, Shape.of(shape));
    }

    private Node draw(int[] sizes, LongToDoubleFunction number) {
        var shape = Shape.of(sizes);
        var drawn = new double[shape.elements(1)];
        for (var i = 0; i < drawn.length; i++) {
            drawn[i] = number.applyAsDouble(i);
        }
        var node = graph.input("draw " + numbers.size(), shape);
        numbers.put(node, drawn);
        return node;
    }
}
