package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/** Collects what an optimizer, with those inside it, declares about one parameter. */
final class Recording {

    private final Node parameter;
    private final Role role;
    private final Map<String, TracedStep.State> states = new LinkedHashMap<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<Scope, List<Scope>> inner = new HashMap<>();

    Recording(Node parameter, Role role) {
        this.parameter = parameter;
        this.role = role;
    }

    /**
     * Is one optimizer among those that are inside one another.
     *
     * @param prefix what the names of its states begin with
     */
    record Scope(String prefix, List<Exchange.Inner> path) {

        static final Scope OUTERMOST = new Scope("", List.of());
    }

    Node parameter() {
        return parameter;
    }

    Role role() {
        return role;
    }

    Map<String, TracedStep.State> states() {
        return states;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    /** Returns an input of rank 0. */
    Node number(String name) {
        return graph().input(name, Shape.SCALAR);
    }

    Node constant(double value, Shape shape) {
        return graph().constant(value, shape);
    }

    private Graph graph() {
        return parameter.graph();
    }

    /** Returns the scope of an optimizer that is used inside another. */
    Scope enter(Scope outer, Optimizer optimizer) {
        var siblings = inner(outer);
        var equal = siblings.stream()
                .filter(scope -> scope.path().getLast().optimizer().equals(optimizer))
                .count();
        var path = new ArrayList<>(outer.path());
        path.add(new Exchange.Inner(optimizer, (int) equal + 1));
        var name = outer.prefix() + name(optimizer);
        var taken = siblings.stream().map(Scope::prefix).toList();
        var prefix = name + ".";
        for (var number = 2; taken.contains(prefix); number++) {
            prefix = name + number + ".";
        }
        var scope = new Scope(prefix, path);
        siblings.add(scope);
        return scope;
    }

    /** Returns the scopes of the optimizers right inside another. */
    List<Scope> inner(Scope outer) {
        return inner.computeIfAbsent(outer, _ -> new ArrayList<>());
    }

    private static String name(Optimizer optimizer) {
        var name = optimizer.getClass().getSimpleName();
        return name.isEmpty() ? "inner" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Returns what all parameters get of a share of each. */
    Node exchange(Scope scope, String name, Node share) {
        var before = exchanges.stream()
                .filter(exchange -> exchange.place().path().equals(scope.path()))
                .toList();
        var number = before.size() + 1;
        var namesakes = before.stream()
                .filter(exchange -> exchange.share().rank() == share.rank())
                .count();
        var result = graph().input("exchange " + scope.prefix() + number, share.shape())
                .named(scope.prefix() + name + (namesakes == 0 ? "" : " " + (namesakes + 1)));
        exchanges.add(new Exchange(new Exchange.Place(scope.path(), number), share, result));
        return result;
    }

    /** Returns what a node is computed from, through exchanges too. */
    Set<Node> used(Node result) {
        var used = new HashSet<>(Graph.ordered(List.of(result)));
        for (var exchange : exchanges.reversed()) { // a share can use the results of those before
            if (used.contains(exchange.result())) {
                used.addAll(Graph.ordered(List.of(exchange.share())));
            }
        }
        return used;
    }

    /** Declares a state. */
    Node state(Scope scope, String name, Node initial, UnaryOperator<Node> update) {
        var full = scope.prefix() + name;
        if (Graph.ordered(List.of(initial)).stream().anyMatch(node -> node != parameter && node.isInput())) {
            throw new IllegalArgumentException(
                    "the initial value of the state '" + name
                            + "' depends on more than constants and the parameter, which is all there is before the first step");
        }
        var old = graph().input("state " + full, initial.shape()).named(full);
        var updated = update.apply(old);
        if (!updated.shape().equals(initial.shape())) {
            throw new IllegalArgumentException("the state '" + name + "' has the shape " + initial.shape()
                    + ", but is updated to " + updated.shape());
        }
        if (states.putIfAbsent(full, new TracedStep.State(old, initial, updated)) != null) {
            throw new IllegalArgumentException("the state '" + name + "' is declared twice; give each its own name");
        }
        return updated;
    }

    TracedStep.@Nullable State find(Scope scope, String name) {
        return states.get(scope.prefix() + name);
    }
}
