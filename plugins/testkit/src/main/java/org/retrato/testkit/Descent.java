package org.retrato.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.retrato.api.Optimizer;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;
import org.retrato.runtime.training.Exchange;
import org.retrato.runtime.training.OptimizerTrace;
import org.retrato.runtime.training.TracedOptimizer;

/** Takes an optimizer down an objective, step by step. */
final class Descent {

    private final Evaluation evaluation;
    private final Optimizer optimizer;
    private final Objective objective;
    private TracedOptimizer traced;
    private List<Map<Node, double[]>> known = new ArrayList<>();
    private List<double[]> parameters;
    private int iteration;

    Descent(Evaluation evaluation, Optimizer optimizer, Objective objective) {
        this.evaluation = evaluation;
        this.optimizer = optimizer;
        this.objective = objective;
        traced = record();
        parameters =
                objective.parameters().stream().map(Objective.Parameter::start).toList();
        for (var i = 0; i < parameters.size(); i++) {
            var trace = traced.traces().get(i);
            var values = new HashMap<Node, double[]>();
            for (var state : trace.states().values()) {
                var initial = Evaluation.inDoubles()
                        .run(List.of(trace.parameter()), List.of(state.initial()), 1, List.of(parameters.get(i)));
                values.put(state.old(), initial.getFirst());
            }
            known.add(values);
        }
    }

    private TracedOptimizer record() {
        return new TracedOptimizer(
                optimizer, objective.parameters().stream().map(Descent::kind).toList());
    }

    /** Records the formulas anew; the parameters and the states stay. */
    void resume() {
        var before = traced;
        var saved = known;
        traced = record();
        known = IntStream.range(0, saved.size())
                .mapToObj(i -> states(before.traces().get(i), saved.get(i), trace(i)))
                .toList();
    }

    private static Map<Node, double[]> states(OptimizerTrace before, Map<Node, double[]> saved, OptimizerTrace after) {
        var states = new HashMap<Node, double[]>();
        after.states().forEach((name, state) -> {
            var old = Objects.requireNonNull(before.states().get(name), () -> "the state '" + name + "' is new");
            states.put(state.old(), Objects.requireNonNull(saved.get(old.old())));
        });
        return states;
    }

    private static TracedOptimizer.Kind kind(Objective.Parameter parameter) {
        var sizes = parameter.sizes().stream().mapToInt(Integer::intValue).toArray();
        return new TracedOptimizer.Kind(Shape.of(sizes), parameter.role());
    }

    /** Takes a step, in which the schedule multiplies learning rates by a factor. */
    Objective.Place step(double factor) {
        iteration++;
        var loss = objective.loss().applyAsDouble(parameters);
        var gradients = objective.gradients().apply(parameters);
        for (var i = 0; i < known.size(); i++) {
            var trace = trace(i);
            var numbers = List.of(
                    FormulaException.ask(optimizer, optimizer::learningRate) * factor,
                    factor,
                    (double) iteration,
                    loss);
            for (var number = 0; number < numbers.size(); number++) {
                known.get(i).put(trace.numbers().get(number), new double[] {numbers.get(number)});
            }
            known.get(i).put(trace.parameter(), parameters.get(i));
            known.get(i).put(trace.gradient(), gradients.get(i));
        }
        traced.places().forEach(this::exchange);
        parameters = IntStream.range(0, known.size()).mapToObj(this::update).toList();
        return new Objective.Place(
                parameters,
                IntStream.range(0, known.size())
                        .mapToObj(i -> compute(i, List.of(trace(i).evaluated())).getFirst())
                        .toList());
    }

    private OptimizerTrace trace(int parameter) {
        return traced.traces().get(parameter);
    }

    private void exchange(Exchange.Place place) {
        var shares = new HashMap<Integer, double[]>();
        for (var i = 0; i < known.size(); i++) {
            for (var exchange : trace(i).exchanges()) {
                if (exchange.place().equals(place)) {
                    shares.put(i, compute(i, List.of(exchange.share())).getFirst());
                }
            }
        }
        var results = results(place, shares);
        shares.keySet()
                .forEach(i -> trace(i).exchanges().stream()
                        .filter(exchange -> exchange.place().equals(place))
                        .forEach(exchange -> known.get(i).put(exchange.result(), results.get(i))));
    }

    /** Returns what each parameter gets; gradients are asked for once, as they need not be the same again. */
    private List<double[]> results(Exchange.Place place, Map<Integer, double[]> shares) {
        if (traced.isTotal(place)) {
            var total = shares.values().stream().mapToDouble(share -> share[0]).sum();
            return Collections.nCopies(known.size(), new double[] {total});
        }
        return objective
                .gradients()
                .apply(IntStream.range(0, known.size())
                        .mapToObj(i -> shares.getOrDefault(i, parameters.get(i)))
                        .toList());
    }

    private double[] update(int parameter) {
        var states = List.copyOf(trace(parameter).states().values());
        var wanted = new ArrayList<>(List.of(trace(parameter).updated()));
        states.forEach(state -> wanted.add(state.updated()));
        var results = compute(parameter, wanted);
        for (var i = 0; i < states.size(); i++) {
            known.get(parameter).put(states.get(i).old(), results.get(i + 1));
        }
        known.get(parameter).put(trace(parameter).parameter(), results.getFirst());
        return results.getFirst();
    }

    private List<double[]> compute(int parameter, List<Node> wanted) {
        var inputs = List.copyOf(known.get(parameter).keySet());
        return evaluation.run(
                inputs,
                wanted,
                1,
                inputs.stream().map(known.get(parameter)::get).toList());
    }
}
