package org.retrato.runtime.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.retrato.runtime.graph.Notation.Sign;

/** Prints one line a result, for {@link Formula}. */
final class Printer {

    private static final String LETTERS = "uvwpqrsyzabcfghk";

    private final Notation in;
    private final SequencedMap<String, Node> results;
    private final Map<Node, Reading> readings = new HashMap<>();
    private final Map<Node, Integer> uses = new HashMap<>();
    private final Map<Node, Written> written = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Printer(Notation in, SequencedMap<String, Node> results) {
        this.in = in;
        this.results = results;
        for (var node : Graph.ordered(List.copyOf(results.values()))) {
            Reading.inputName(node).ifPresent(taken::add);
        }
    }

    String print() {
        count();
        var lines = new ArrayList<String>();
        results.forEach((name, result) -> lines.add(line(assigned(name, result), Reading.core(result))));
        return String.join("\n", lines);
    }

    /** Returns the name of a result, with a prime if a later one uses the input of the same name. */
    private String assigned(String name, Node result) {
        var nodes = List.copyOf(results.values());
        var index = nodes.indexOf(result);
        var later = Graph.ordered(nodes.subList(index + 1, nodes.size()), Set.copyOf(nodes.subList(0, index + 1)));
        var ambiguous = later.stream()
                .anyMatch(node -> node != result && Reading.inputName(node).equals(Optional.of(name)));
        return ambiguous ? name + "′" : name;
    }

    /** Counts where each node shows. */
    private void count() {
        var pending = new ArrayList<Node>();
        results.values().forEach(result -> pending.add(Reading.core(result)));
        var seen = new HashSet<Node>();
        while (!pending.isEmpty()) {
            var node = pending.removeLast();
            if (seen.add(node)) {
                parts(node).forEach(part -> uses.merge(part, 1, Integer::sum));
                pending.addAll(parts(node));
            }
        }
    }

    private Reading reading(Node node) {
        return readings.computeIfAbsent(node, Reading::of);
    }

    private List<Node> parts(Node node) {
        return reading(node).parts();
    }

    private String line(String name, Node result) {
        var bindings = new ArrayList<String>();
        var known = written.get(result);
        var expression = known != null ? known : write(result, bindings);
        var line = new StringBuilder();
        if (!name.isEmpty()) {
            line.append(in.name(name).text()).append(in.sign(Sign.BECOMES));
        }
        line.append(in.signed(expression));
        if (!bindings.isEmpty()) {
            line.append(in.sign(Sign.WITH)).append(String.join(", ", bindings));
        }
        if (!name.isEmpty() && !isLeaf(result)) {
            written.put(result, in.name(name));
        }
        return line.toString();
    }

    /** Writes an expression from those of its parts; what gets a name on the way is added to the bindings. */
    private Written write(Node result, List<String> bindings) {
        for (var node : shown(result)) {
            var expression = reading(node)
                    .writer()
                    .write(in, parts(node).stream().map(written::get).toList());
            if (node == result) {
                return expression;
            }
            var label = label(node);
            if (label.isEmpty()) {
                written.put(node, expression);
            } else {
                bindings.add(in.name(label).text() + in.sign(Sign.EQUAL) + in.signed(expression));
                written.put(node, in.name(label));
            }
        }
        throw new AssertionError(result);
    }

    /** Returns what is still to be written for a result, each after its parts. */
    private List<Node> shown(Node result) {
        var shown = new HashSet<Node>();
        var pending = new ArrayList<>(List.of(result));
        while (!pending.isEmpty()) {
            var node = pending.removeLast();
            if (!written.containsKey(node) && shown.add(node)) {
                pending.addAll(parts(node));
            }
        }
        return shown.stream()
                .sorted((left, right) -> Integer.compare(left.id(), right.id()))
                .toList();
    }

    /** Returns the name under which a node is written once, or nothing if it is written wherever it occurs. */
    private String label(Node node) {
        var given = node.graph().name(node);
        if (given.isPresent() && !(node.operation() instanceof Operation.Input)) {
            return untaken(given.get());
        }
        if (uses.getOrDefault(node, 0) < 2 || isSmall(node)) {
            return "";
        }
        for (var letter : LETTERS.split("")) {
            if (taken.add(letter)) {
                return letter;
            }
        }
        return untaken("u");
    }

    private String untaken(String name) {
        var untaken = name;
        while (!taken.add(untaken)) {
            untaken += "′";
        }
        return untaken;
    }

    /** Returns whether a node is as short as a name: {@code x²}, {@code 1 − x}. */
    private boolean isSmall(Node node) {
        var parts = parts(node);
        return switch (node.operation()) {
            case Operation.Unary.NEG, Operation.Unary.ABS, Operation.Unary.SQRT -> isLeaf(parts.getFirst());
            case Operation.Binary _ ->
                parts.stream().allMatch(Printer::isLeaf)
                        && parts.stream()
                                        .filter(part -> part.operation() instanceof Operation.Input)
                                        .distinct()
                                        .count()
                                <= 1;
            default -> isLeaf(node);
        };
    }

    private static boolean isLeaf(Node node) {
        return node.inputs().isEmpty();
    }
}
