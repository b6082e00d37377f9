package org.retrato.runtime.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;
import org.retrato.runtime.graph.Shape;

/**
 * Cuts a graph into stages: fused loops over elements, then the operations on whole tensors that need their results.
 *
 * <p>Stage -1 holds what needs no loop before it. An element-wise operation goes into the earliest loop in which all it
 * reads is known, so that what can be fused is.
 */
final class Plan {

    private final List<Node> outputs;
    private final Set<Node> given;
    private final List<Node> nodes;
    private final Map<Node, Integer> stages = new HashMap<>();
    private final Set<Node> stored = new HashSet<>();

    /** Plans how to compute the outputs when some nodes are given: what those are computed from is left out. */
    Plan(List<Node> outputs, Set<Node> given) {
        this.outputs = outputs;
        this.given = given;
        nodes = Graph.ordered(outputs.stream().map(Plan::source).toList(), given);
        for (var node : nodes) {
            stages.put(node, stageOf(node));
        }
        for (var output : outputs) {
            stored.add(source(output));
        }
        for (var node : nodes) {
            for (var input : node.inputs()) {
                var read = source(input);
                var inRegister = isLoop(node) && (isScalarArgument(read) || stage(read) == stage(node));
                if (!inRegister) {
                    stored.add(read);
                }
            }
        }
    }

    /** Returns the node whose value this one has: detaching matters to differentiation only. */
    static Node source(Node node) {
        var source = node;
        while (source.operation() instanceof Operation.Detach) {
            source = source.input(0);
        }
        return source;
    }

    /** Returns the number that a node repeats, or else its source. */
    static Node number(Node node) {
        var source = source(node);
        return source.rank() > 0 && source.operation() instanceof Operation.Broadcast && isScalarArgument(source)
                ? number(source.input(0))
                : source;
    }

    /** Returns whether the node is computed element by element in a fused loop. */
    static boolean isLoop(Node node) {
        return node.rank() > 0
                && switch (node.operation()) {
                    case Operation.Unary _, Operation.Binary _, Operation.Choose _ -> true;
                    default -> false;
                };
    }

    /** Returns whether a loop gets the node as one number: a constant, or a scalar repeated. */
    static boolean isScalarArgument(Node node) {
        return switch (node.operation()) {
            case Operation.Constant _ -> true;
            case Operation.Broadcast _ -> source(node.input(0)).rank() == 0;
            default -> node.rank() == 0;
        };
    }

    /**
     * Returns whether everything is one loop over elements of one shape, whose arguments are inputs and scalars that do not
     * depend on arrays or the batch: then any part of the elements can be computed by itself.
     */
    boolean isOneLoop() {
        var arrays = Stream.concat(
                outputs.stream(), nodes.stream().filter(node -> node.rank() > 0 && !isScalarArgument(source(node))));
        return outputs.stream().allMatch(output -> output.rank() > 0)
                && arrays.map(Node::shape).distinct().count() == 1
                && nodes.stream().allMatch(node -> given.contains(node) || isLocal(node));
    }

    private static boolean isLocal(Node node) {
        return switch (node.operation()) {
            case Operation.Input _, Operation.Constant _, Operation.Detach _ -> true;
            case Operation.Unary _, Operation.Binary _, Operation.Choose _ -> true;
            case Operation.Broadcast _ -> isScalarArgument(node);
            default -> false;
        };
    }

    /** Returns the nodes whose values are given. */
    Set<Node> given() {
        return given;
    }

    /** Returns whether the formula has the node. */
    boolean contains(Node node) {
        return stages.containsKey(node);
    }

    int stage(Node node) {
        return stages.getOrDefault(node, -1);
    }

    int lastStage() {
        return stages.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
    }

    /** Returns the element-wise nodes of a stage by shape, each after its inputs: one loop for each shape. */
    Collection<List<Node>> loops(int stage) {
        Map<Shape, List<Node>> loops = new LinkedHashMap<>();
        for (var node : nodes) {
            if (isLoop(node) && !given.contains(node) && stage(node) == stage) {
                loops.computeIfAbsent(node.shape(), _ -> new ArrayList<>()).add(node);
            }
        }
        return loops.values();
    }

    /** Returns the operations on scalars and on whole tensors of a stage, each after its inputs. */
    List<Node> others(int stage) {
        return nodes.stream()
                .filter(node -> !isLoop(node) && !given.contains(node) && stage(node) == stage)
                .toList();
    }

    /** Returns whether somebody outside the node's own loop reads it. */
    boolean isStored(Node node) {
        return stored.contains(node);
    }

    private int stageOf(Node node) {
        var stage = isLoop(node) ? 0 : -1;
        for (var input : node.inputs()) {
            var read = source(input);
            stage = Math.max(stage, isLoop(node) && !isLoop(read) ? stage(read) + 1 : stage(read));
        }
        return stage;
    }
}
