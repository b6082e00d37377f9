package org.retrato.distribution.describing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.runtime.graph.Formula;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Gradient;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;
import org.retrato.runtime.graph.Shape;
import org.retrato.runtime.training.OptimizerTrace;

/**
 * Records the formulas of a component and what is derived from them, and writes them as text or as LaTeX.
 *
 * @param latex whether as LaTeX
 */
record Formulas(boolean latex) {

    /** A width that shows what happens to a row; gated activations halve it. */
    private static final Shape ROWS = Shape.of(Shape.BATCH, 4);

    /** Returns the lines of the formula, with the derivative that the runtime uses; none for a style. */
    List<String> of(Component component) {
        return switch (component) {
            case Activation activation -> activation(activation);
            case Loss loss -> loss(loss);
            case Optimizer optimizer -> optimizer(optimizer);
            case Schedule schedule -> schedule(schedule);
            case Style _ -> List.of();
        };
    }

    private List<String> activation(Activation activation) {
        var x = new Graph().input("x", ROWS);
        var value = FormulaException.record(activation, () -> activation.apply(x));
        var derivative = isElementwise(value)
                ? label("f′(x) = ", "f'(x) = ")
                : label("∂ sum f(x)/∂x = ", "\\partial \\sum f(x)/\\partial x = ");
        return List.of("f(x) = " + written(value), derivative + written(gradient(value, x)));
    }

    private static boolean isElementwise(Node value) {
        return Graph.ordered(List.of(value)).stream().noneMatch(node -> switch (node.operation()) {
            case Operation.Sum _, Operation.Max _, Operation.MatMul _, Operation.Slice _, Operation.Append _ -> true;
            default -> false;
        });
    }

    private List<String> loss(Loss loss) {
        var graph = new Graph();
        var output = graph.input("output", ROWS);
        var target = graph.input("target", ROWS);
        var value = FormulaException.record(loss, () -> loss.apply(output, target));
        return List.of(
                label("loss = ", "\\mathrm{loss} = ") + written(value),
                label("∂loss/∂output = ", "\\partial\\,\\mathrm{loss}/\\partial\\,\\mathrm{output} = ")
                        + written(gradient(value, output)));
    }

    /** Returns what a weight of a hidden layer gives to all parameters, what becomes of it, and what predicts. */
    private List<String> optimizer(Optimizer optimizer) {
        var trace = OptimizerTrace.of(optimizer, Shape.of(3, 2), Role.hidden());
        var lines = new ArrayList<String>();
        for (var exchange : trace.exchanges()) {
            var name = exchange.result().graph().name(exchange.result()).orElseThrow();
            lines.add(named(
                    exchange.isTotal() ? name + " over all parameters" : name.replace("gradient at the ", ""),
                    exchange.share()));
        }
        SequencedMap<String, Node> results = new LinkedHashMap<>();
        trace.states().forEach((name, state) -> results.put(name, state.updated()));
        results.put("parameter", trace.updated());
        written(Formula.of(results)).lines().forEach(lines::add);
        if (trace.evaluated() != trace.parameter()) {
            lines.add(named("evaluated parameter", trace.evaluated()));
        }
        return lines;
    }

    private String named(String name, Node node) {
        SequencedMap<String, Node> result = new LinkedHashMap<>();
        result.put(name, node);
        return written(Formula.of(result));
    }

    private List<String> schedule(Schedule schedule) {
        var graph = new Graph();
        var step = graph.input("step", Shape.SCALAR);
        var steps = graph.input("steps", Shape.SCALAR);
        var factor = FormulaException.record(schedule, () -> schedule.at(step, steps));
        return List.of(label("factor = ", "\\mathrm{factor} = ") + written(factor));
    }

    private static Node gradient(Node value, Node input) {
        return Gradient.of(value, value.graph().constant(1, value.shape()), List.of(input))
                .getFirst();
    }

    private String label(String asText, String asLatex) {
        return latex ? asLatex : asText;
    }

    private String written(Node node) {
        return written(Formula.of(node));
    }

    private String written(Formula formula) {
        return latex ? formula.latex() : formula.text();
    }
}
