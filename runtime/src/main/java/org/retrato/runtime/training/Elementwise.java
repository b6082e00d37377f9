package org.retrato.runtime.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;
import org.retrato.runtime.graph.Shape;

/** Tells formulas that work on each element by itself, but for sums over all elements, from those that must run as a whole. */
final class Elementwise {

    private Elementwise() {}

    /** Returns whether all that an optimizer computes for a parameter is element-wise, once the sums are known. */
    static boolean is(OptimizerTrace trace) {
        var shape = trace.parameter().shape();
        var sums = Set.copyOf(sums(trace));
        var wanted = new HashSet<>(trace.results());
        sums.forEach(sum -> wanted.add(OptimizerTrace.summed(sum)));
        return shape.rank() <= 2
                && Graph.ordered(List.copyOf(wanted), sums).stream()
                        .allMatch(node -> sums.contains(node) || fits(node, shape));
    }

    /** Returns the sums over the parameter that its results are computed from, each after those it is computed from. */
    static List<Node> sums(OptimizerTrace trace) {
        return Graph.ordered(trace.results()).stream().filter(trace::isSum).toList();
    }

    private static boolean fits(Node node, Shape shape) {
        return (node.rank() == 0 || node.shape().equals(shape))
                && switch (node.operation()) {
                    case Operation.Input _, Operation.Constant _, Operation.Detach _ -> true;
                    case Operation.Unary _, Operation.Binary _, Operation.Choose _ -> true;
                    case Operation.Broadcast _ -> node.input(0).rank() == 0;
                    default -> false;
                };
    }
}
