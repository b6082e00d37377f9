package org.retrato.runtime.training;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/**
 * Is an optimizer recorded for all parameters of a network, and cut where a formula needs what all of them, or all elements of
 * one, have contributed.
 *
 * <p>The level of a node says how many cuts lie before it: a sum over a parameter, a total and a gradient at another point are
 * one level above what they are computed from.
 */
public final class TracedOptimizer {

    /** Is all that an optimizer is told about a parameter. */
    public record Kind(Shape shape, Role role) {}

    private final List<OptimizerTrace> traces;
    private final Map<Exchange.Place, Integer> places = new LinkedHashMap<>();
    private final Map<OptimizerTrace, Map<Node, Integer>> levels = new HashMap<>();

    /**
     * Records an optimizer for some parameters.
     *
     * @throws FormulaException if the formula does not fit, or those of the parameters do not fit together
     */
    public TracedOptimizer(Optimizer optimizer, List<Kind> parameters) {
        var recorded = new HashMap<Kind, OptimizerTrace>();
        traces = parameters.stream()
                .map(kind ->
                        recorded.computeIfAbsent(kind, _ -> OptimizerTrace.of(optimizer, kind.shape(), kind.role())))
                .toList();
        requireFit(optimizer);
        traces.forEach(trace -> trace.exchanges().forEach(exchange -> places.put(exchange.place(), 1)));
        for (var rounds = 1; level(); rounds++) {
            if (rounds > places.size()) { // each round settles one more, unless they go in a circle
                throw new FormulaException(
                        optimizer,
                        "its formulas call total and gradientAt, with those of the optimizers in it, in another order for"
                                + " another parameter, so that the parameters wait for each other; keep to one order");
            }
        }
    }

    /** Requires that the formulas of one optimizer exchange equally often, or not at all, and the same things. */
    private void requireFit(Optimizer optimizer) {
        var lists = new HashMap<List<Exchange.Inner>, List<Boolean>>();
        for (var trace : new LinkedHashSet<>(traces)) {
            var own = trace.exchanges().stream()
                    .collect(Collectors.groupingBy(
                            exchange -> exchange.place().path(),
                            Collectors.mapping(Exchange::isTotal, Collectors.toList())));
            own.forEach((path, list) -> {
                if (!lists.computeIfAbsent(path, _ -> list).equals(list)) {
                    var wrong = path.isEmpty() ? optimizer : path.getLast().optimizer();
                    throw new FormulaException(
                            wrong,
                            "its formulas for different parameters call total and gradientAt differently; call them equally"
                                    + " often and in the same order for each parameter, as total(step.constant(0)) for one"
                                    + " that adds nothing, or not at all");
                }
            });
        }
    }

    /** Computes all levels from those of the exchanges so far, and returns whether one of those is higher now. */
    private boolean level() {
        var rises = false;
        for (var trace : traces) {
            var own = levels(trace);
            levels.put(trace, own);
            for (var exchange : trace.exchanges()) {
                var level = own.getOrDefault(exchange.share(), 0) + 1;
                rises |= level > level(exchange.place());
                places.merge(exchange.place(), level, Math::max);
            }
        }
        return rises;
    }

    private Map<Node, Integer> levels(OptimizerTrace trace) {
        var own = new HashMap<Node, Integer>();
        trace.exchanges().forEach(exchange -> own.put(exchange.result(), level(exchange.place())));
        for (var node : Graph.ordered(trace.results())) {
            if (!own.containsKey(node)) {
                var before = node.inputs().stream().mapToInt(own::get).max().orElse(0);
                own.put(node, trace.isSum(node) ? before + 1 : before);
            }
        }
        return own;
    }

    /** Returns the formula for each parameter, in their order; equal ones share theirs. */
    public List<OptimizerTrace> traces() {
        return traces;
    }

    /** Returns the exchanges, in an order in which they can be computed. */
    public List<Exchange.Place> places() {
        return places.keySet().stream()
                .sorted(Comparator.comparing(places::get))
                .toList();
    }

    /** Returns whether an exchange is a total, not a gradient at a point. */
    public boolean isTotal(Exchange.Place place) {
        return traces.stream()
                .flatMap(trace -> trace.exchanges().stream())
                .anyMatch(exchange -> exchange.place().equals(place) && exchange.isTotal());
    }

    /** Returns the level of the result of an exchange, at least 1. */
    int level(Exchange.Place place) {
        return Objects.requireNonNull(places.get(place));
    }

    /** Returns the level of a node. */
    int level(OptimizerTrace trace, Node node) {
        return Objects.requireNonNull(levels.get(trace)).getOrDefault(node, 0);
    }

    /** Returns the numbers of the exchanges of a trace whose shares have a level: totals or points. */
    int[] exchanges(OptimizerTrace trace, int level, boolean totals) {
        return IntStream.range(0, trace.exchanges().size())
                .filter(i -> trace.exchanges().get(i).isTotal() == totals)
                .filter(i -> level(trace.exchanges().get(i).place()) == level + 1)
                .toArray();
    }

    /** Returns nodes by level. */
    List<Node> ordered(OptimizerTrace trace, List<Node> nodes) {
        return nodes.stream()
                .sorted(Comparator.comparing(node -> level(trace, node)))
                .toList();
    }

    /** Returns the level at which everything is known: the number of cuts. */
    int last() {
        return levels.values().stream()
                .flatMap(own -> own.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
