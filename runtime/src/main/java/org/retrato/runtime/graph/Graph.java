package org.retrato.runtime.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records formulas: every operation once, so that equal subexpressions are one {@link Node}.
 *
 * <p>Inputs are created here; everything else by the methods of {@link org.retrato.api.Tensor} on nodes. A graph is used by
 * one thread.
 */
public final class Graph {

    /** The most operations that one graph may hold; a formula that needs more has been unrolled by a loop. */
    public static final int LIMIT = 20_000;

    private record Key(Operation operation, List<Integer> inputs, Shape shape) {}

    private final Map<Key, Node> nodes = new HashMap<>();
    private final Map<String, Node> inputs = new HashMap<>();
    private final Map<Node, String> names = new HashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final boolean learns;

    /** Starts to record a formula in which nothing is learned. */
    public Graph() {
        this(false);
    }

    private Graph(boolean learns) {
        this.learns = learns;
    }

    /** Starts to record a formula that may have parameters: that of an activation. */
    public static Graph ofActivation() {
        return new Graph(true);
    }

    /**
     * Returns the input of this name; asked again, the same node.
     *
     * @throws IllegalArgumentException if it has another shape already
     */
    public Node input(String name, Shape shape) {
        var input = inputs.computeIfAbsent(name, _ -> intern(new Operation.Input(name), shape));
        if (!input.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "the input '" + name + "' has the shape " + input.shape() + " and is asked for with " + shape);
        }
        return input;
    }

    /** Returns the parameter of this name; see {@link org.retrato.api.Tensor#parameter}. */
    Node parameter(String name, double initial, int... sizes) {
        if (!learns) {
            throw new IllegalArgumentException(
                    "the parameter '" + name + "' would be learned, which only the formula of an"
                            + " activation can ask for; take a record component for a number that users choose, and step.state for"
                            + " what an optimizer remembers");
        }
        if (inputs.containsKey(name)) {
            throw new IllegalArgumentException("the parameter '" + name + "' has the name of an input; choose another");
        }
        var shape = Parameter.shape(name, sizes);
        var known = parameters.computeIfAbsent(
                name, _ -> new Parameter(name, initial, intern(new Operation.Input(name), shape)));
        known.requireSame(initial, shape);
        return known.node();
    }

    /** Returns the parameters in the order in which they were asked for. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }

    /** Returns a tensor that is one number everywhere. */
    public Node constant(double value, Shape shape) {
        return intern(new Operation.Constant(value == 0 ? 0.0 : value), shape);
    }

    /** Returns the number of rows of the batch, a scalar. */
    public Node batchSize() {
        return intern(new Operation.BatchSize(), Shape.SCALAR);
    }

    /** Returns the name that the author gave a node with {@link org.retrato.api.Tensor#named}. */
    public Optional<String> name(Node node) {
        return Optional.ofNullable(names.get(node));
    }

    /** Returns the nodes from which these are computed, themselves included, each after its inputs. */
    public static List<Node> ordered(List<Node> outputs) {
        return ordered(outputs, Set.of());
    }

    /** Returns the nodes from which these are computed when some are given: what those are computed from is left out. */
    public static List<Node> ordered(List<Node> outputs, Set<Node> given) {
        var seen = new HashSet<Node>();
        var pending = new ArrayList<>(outputs);
        while (!pending.isEmpty()) {
            var node = pending.removeLast();
            if (seen.add(node) && !given.contains(node)) {
                pending.addAll(node.inputs());
            }
        }
        // a node is created after its inputs, so the order of creation is an order of computation
        return seen.stream().sorted(Comparator.comparingInt(Node::id)).toList();
    }

    void name(Node node, String name) {
        names.put(node, name);
    }

    /** Returns the node that computes the same with its operands exchanged, if it is known already. */
    Optional<Node> commuted(Operation.Binary function, Node left, Node right) {
        var commutes = switch (function) {
            case ADD, MUL, EQUAL_TO -> true;
            default -> false;
        };
        return commutes
                ? Optional.ofNullable(nodes.get(new Key(function, List.of(right.id(), left.id()), left.shape())))
                : Optional.empty();
    }

    Node intern(Operation operation, Shape shape, Node... inputs) {
        var ids = new ArrayList<Integer>(inputs.length);
        for (var input : inputs) {
            ids.add(input.id());
        }
        var key = new Key(operation, ids, shape);
        var known = nodes.get(key);
        if (known != null) {
            return known;
        }
        if (nodes.size() == LIMIT) {
            throw new IllegalArgumentException("the formula has more than " + LIMIT
                    + " operations; a loop over elements can often be one operation on a whole tensor");
        }
        var node = new Node(this, nodes.size(), operation, List.of(inputs), shape);
        nodes.put(key, node);
        return node;
    }
}
