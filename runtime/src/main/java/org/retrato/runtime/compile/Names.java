package org.retrato.runtime.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;

/** Names what a {@link Listing} shows: as the inputs and outputs are named, as the author did, or v1, v2 and so on. */
final class Names {

    private final Map<Node, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<String> outputs;
    private int numbered;

    /** Starts with the names of the inputs and the outputs, which get a prime where both have the same. */
    Names(List<Node> results, List<String> wanted) {
        for (var node : Graph.ordered(results)) {
            if (node.operation() instanceof Operation.Input(var name)) {
                names.put(node, untaken(node.graph().name(node).orElse(name)));
            }
        }
        outputs = wanted.stream().map(this::untaken).toList();
        for (var output = 0; output < outputs.size(); output++) {
            var result = Plan.source(results.get(output));
            // a number that is the same everywhere has no name: it may be many things
            if (Plan.number(result) == result && !isConstant(result)) {
                names.putIfAbsent(result, outputs.get(output));
            }
        }
    }

    private static boolean isConstant(Node node) {
        return node.operation() instanceof Operation.Constant;
    }

    /** Returns the names of the outputs. */
    List<String> outputs() {
        return outputs;
    }

    /** Returns whether a node was given a name. */
    boolean isGiven(Node node) {
        var source = Plan.source(node);
        return names.containsKey(source) || source.graph().name(source).isPresent();
    }

    /** Returns the name of a node that holds an array or a number, or is a value of a loop. */
    String of(Node node) {
        var source = Plan.source(node);
        var known = names.get(source);
        if (known == null) {
            known = source.graph().name(source).map(this::untaken).orElseGet(this::next);
            names.put(source, known);
        }
        return known;
    }

    private String next() {
        numbered++;
        return untaken("v" + numbered);
    }

    private String untaken(String name) {
        var untaken = name;
        while (!taken.add(untaken)) {
            untaken += "′";
        }
        return untaken;
    }
}
