package org.retrato.runtime.compile;

import static org.retrato.api.Tensor.concat;
import static org.retrato.api.Tensor.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.retrato.api.Tensor;
import org.retrato.runtime.graph.Evaluator;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/**
 * Draws a formula: operations on whatever nodes there are, as long as the shapes fit and the values stay finite.
 *
 * @param inputs the inputs of the graph
 * @param nodes all that was drawn, inputs included
 */
record RandomFormula(List<Node> inputs, List<Node> nodes) {

    private static final int OPERATIONS = 30;
    private static final int ROWS = 5;
    private static final double LARGEST = 1e4;

    private static final List<UnaryOperator<Tensor>> OF_ONE = List.of(
            Tensor::neg,
            Tensor::abs,
            Tensor::sign,
            Tensor::floor,
            Tensor::exp,
            Tensor::expm1,
            Tensor::sin,
            Tensor::cos,
            Tensor::tanh,
            Tensor::sigmoid,
            Tensor::softplus,
            Tensor::erf,
            Tensor::square,
            Tensor::detach,
            Tensor::sum,
            Tensor::mean,
            Tensor::max,
            Tensor::transpose,
            x -> x.abs().sqrt(),
            x -> x.abs().add(0.1).log(),
            x -> x.abs().log1p(),
            x -> x.abs().add(0.5).pow(1.7),
            x -> x.mul(0.3),
            x -> x.rdiv(2),
            x -> x.sum(0),
            x -> x.sum(-1),
            x -> x.mean(0),
            x -> x.mean(-1),
            x -> x.max(0),
            x -> x.min(-1),
            x -> x.softmax(-1),
            x -> x.softmax(0),
            x -> x.logSoftmax(-1),
            x -> x.logSumExp(-1),
            x -> x.unsqueeze(0),
            x -> x.unsqueeze(-1),
            x -> x.squeeze(-1),
            x -> x.slice(-1, 1, 2),
            x -> x.slice(-1, 0, 2),
            x -> x.slice(0, 1, 3),
            x -> x.reshape(-1, 3, 2),
            x -> x.reshape(-1, 1),
            x -> x.reshape(2, -1),
            x -> x.reshape(-1));

    private static final List<BinaryOperator<Tensor>> OF_TWO = List.of(
            Tensor::add,
            Tensor::sub,
            Tensor::mul,
            Tensor::div,
            Tensor::maximum,
            Tensor::minimum,
            Tensor::lessThan,
            Tensor::lessOrEqual,
            Tensor::equalTo,
            Tensor::matmul,
            (x, y) -> x.mul(y).add(x),
            (x, y) -> x.sub(x.mul(y)),
            (x, y) -> x.square().sub(y.square()),
            (x, y) -> where(x.lessThan(y), x, y.mul(2)),
            (x, y) -> where(x, y, 0.5),
            (x, y) -> concat(-1, x, y),
            (x, y) -> concat(0, x, y),
            (x, y) -> concat(-1, x, y, x));

    static RandomFormula of(long seed) {
        var random = new Random(seed);
        var graph = new Graph();
        var inputs = List.of(
                graph.input("x", Shape.of(Shape.BATCH, 3)),
                graph.input("y", Shape.of(Shape.BATCH, 3)),
                graph.input("w", Shape.of(3, 4)),
                graph.input("v", Shape.of(3)),
                graph.input("s", Shape.SCALAR));
        var formula = new RandomFormula(inputs, new ArrayList<>(inputs));
        formula.nodes.add(graph.batchSize());
        while (formula.nodes.size() < inputs.size() + OPERATIONS) {
            formula.draw(random);
        }
        return formula;
    }

    /** Draws values of the inputs, which are floats. */
    double[][] values(int rows, Random random) {
        return inputs.stream()
                .map(input -> random.ints(input.shape().elements(rows), -40, 41)
                        .mapToDouble(number -> number * 0.0625f)
                        .toArray())
                .toArray(double[][]::new);
    }

    private void draw(Random random) {
        var x = any(random);
        try {
            var drawn = (Node)
                    (random.nextInt(3) == 0
                            ? OF_TWO.get(random.nextInt(OF_TWO.size())).apply(x, any(random))
                            : OF_ONE.get(random.nextInt(OF_ONE.size())).apply(x));
            if (!nodes.contains(drawn) && isTame(drawn, random)) {
                nodes.add(drawn);
            }
        } catch (IllegalArgumentException doesNotFit) {
            // another will
        }
    }

    private Node any(Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private boolean isTame(Node node, Random random) {
        var values = new Evaluator(inputs, List.of(node))
                .evaluate(ROWS, values(ROWS, random))
                .getFirst();
        return values.length < 1000 && Arrays.stream(values).allMatch(value -> Math.abs(value) < LARGEST);
    }
}
