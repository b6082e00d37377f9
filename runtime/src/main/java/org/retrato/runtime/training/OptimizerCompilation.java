package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;
import org.retrato.runtime.training.Compilation.Purpose;

/** Shows what training runs for an optimizer, phase by phase: as it corrects a weight of a hidden layer. */
final class OptimizerCompilation {

    private final TracedOptimizer traced;
    private final OptimizerTrace trace;
    private final FormulaInputs inputs;
    private final Compiler compiler;
    private final List<Compilation> compilations = new ArrayList<>();

    OptimizerCompilation(Optimizer optimizer, Shape shape, Compiler compiler) {
        this.traced = new TracedOptimizer(optimizer, List.of(new TracedOptimizer.Kind(shape, Role.hidden())));
        this.trace = traced.traces().getFirst();
        this.inputs = new FormulaInputs(trace, Elementwise.is(trace) ? Elementwise.sums(trace) : List.of());
        this.compiler = compiler;
    }

    List<Compilation> list() {
        for (var level = 0; level < traced.last(); level++) {
            sums(level + 1);
            exchanges(Purpose.TOTALS, traced.exchanges(trace, level, true));
            exchanges(Purpose.POINT, traced.exchanges(trace, level, false));
        }
        var results = new ArrayList<>(List.of(trace.updated()));
        var names = new ArrayList<>(List.of("parameter"));
        trace.states().forEach((name, state) -> {
            results.add(state.updated());
            names.add(name);
        });
        add(Purpose.STEP, results, names, inputs.all());
        if (trace.evaluated() != trace.parameter()) {
            add(Purpose.EVALUATION, List.of(trace.evaluated()), List.of("evaluated parameter"), inputs.all());
        }
        return compilations;
    }

    /** Lists the sums of one level, but for those that are all that a total wants. */
    private void sums(int level) {
        var sums = inputs.sums().stream()
                .filter(sum -> traced.level(trace, sum) == level && !isShare(sum))
                .toList();
        sums.stream().filter(sum -> sum.graph().name(sum).isEmpty()).forEach(sum -> sum.named("sum"));
        var names =
                sums.stream().map(sum -> sum.graph().name(sum).orElseThrow()).toList();
        add(Purpose.SUMS, sums, names, without(sums));
    }

    private boolean isShare(Node sum) {
        return trace.exchanges().stream().anyMatch(exchange -> exchange.share() == sum);
    }

    private void exchanges(Purpose purpose, int[] numbers) {
        var exchanges = IntStream.of(numbers).mapToObj(trace.exchanges()::get).toList();
        var shares = exchanges.stream().map(Exchange::share).toList();
        var names = exchanges.stream()
                .map(exchange ->
                        exchange.result().graph().name(exchange.result()).orElseThrow())
                .map(name -> purpose == Purpose.POINT ? name.replace("gradient at the ", "") : name)
                .toList();
        add(purpose, shares, names, without(shares));
    }

    private List<Node> without(List<Node> computed) {
        return inputs.all().stream().filter(input -> !computed.contains(input)).toList();
    }

    private void add(Purpose purpose, List<Node> results, List<String> names, List<Node> given) {
        if (!results.isEmpty()) {
            compilations.add(Compilation.of(purpose, compiler.compile(given, results), names));
        }
    }
}
