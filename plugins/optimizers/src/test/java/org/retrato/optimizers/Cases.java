package org.retrato.optimizers;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.classics.Adam;
import org.retrato.classics.Momentum;
import org.retrato.classics.Sgd;
import org.retrato.testkit.GoldenValues;
import org.retrato.testkit.Objective;

/** The optimizers of the golden values, and the problem on which they were run. */
final class Cases {

    static final GoldenValues GOLDEN = GoldenValues.read(Cases.class.getResourceAsStream("golden.txt"));
    static final int STEPS = 20;

    static final Map<String, Optimizer> OPTIMIZERS = Map.ofEntries(
            entry("clip(optimizer=sgd(learningRate=0.3),norm=0.5)", new Clip(new Sgd(0.3), 0.5)),
            entry("clip(optimizer=adam(learningRate=0.02),norm=1)", new Clip(adam(0.02), 1)),
            entry("clip(optimizer=momentum(learningRate=0.02),norm=1000)", new Clip(new Momentum(0.02, 0.9), 1000)),
            entry("weight-decay(optimizer=adam(learningRate=0.02),decay=0.3)", new WeightDecay(adam(0.02), 0.3)),
            entry("lookahead(optimizer=adam(learningRate=0.02),k=6,alpha=0.5)", new Lookahead(adam(0.02), 6, 0.5)),
            entry(
                    "lookahead(optimizer=momentum(learningRate=0.02),k=5,alpha=0.8)",
                    new Lookahead(new Momentum(0.02, 0.9), 5, 0.8)),
            entry(
                    "lookahead(optimizer=clip(optimizer=sgd(learningRate=0.1),norm=1),k=1,alpha=0.5)",
                    new Lookahead(new Clip(new Sgd(0.1), 1), 1, 0.5)),
            entry("sam(optimizer=sgd(learningRate=0.05),rho=0.05)", new Sam(new Sgd(0.05), 0.05)),
            entry("sam(optimizer=adam(learningRate=0.02),rho=0.5)", new Sam(adam(0.02), 0.5)),
            entry("muon(optimizer=adam)", new Muon(new Adam(), 0.02, 0.95, 5)),
            entry(
                    "muon(optimizer=sgd(learningRate=0.1),learningRate=0.05,momentum=0.5,iterations=3)",
                    new Muon(new Sgd(0.1), 0.05, 0.5, 3)),
            entry("lamb", new Lamb()),
            entry(
                    "lamb(learningRate=0.05,beta1=0.8,beta2=0.95,epsilon=0.001,decay=0.2)",
                    new Lamb(0.05, 0.8, 0.95, 1e-3, 0.2)),
            entry("schedule-free-adam", new ScheduleFreeAdam()),
            entry(
                    "schedule-free-adam(learningRate=0.05,beta1=0.7,beta2=0.95,epsilon=0.001,decay=0.1)",
                    new ScheduleFreeAdam(0.05, 0.7, 0.95, 1e-3, 0.1)),
            entry("polyak(learningRate=0.25,lowest=13,caution=2)", new Polyak(0.25, 13, 2)),
            entry("polyak(learningRate=0.1,lowest=9,caution=2)", new Polyak(0.1, 9, 2)));

    static final List<String> PARAMETERS = List.of("input", "biases", "wide", "tall", "output", "last");

    static final Objective PROBLEM =
            new Objective(PARAMETERS.stream().map(Cases::parameter).toList(), Cases::loss, Cases::gradients);

    private Cases() {}

    private static Adam adam(double learningRate) {
        return new Adam(learningRate, 0.9, 0.999, 1e-8);
    }

    private static Objective.Parameter parameter(String name) {
        var role = switch (name) {
            case "input" -> Role.input();
            case "output" -> Role.output();
            case "biases", "last" -> Role.bias();
            default -> Role.hidden();
        };
        var sizes = IntStream.range(0, of(name, "shape").length)
                .mapToObj(axis -> (int) of(name, "shape")[axis])
                .toList();
        return new Objective.Parameter(role, sizes, of(name, "start"));
    }

    private static double[] of(String name, String key) {
        return GOLDEN.get("problem", name + "." + key);
    }

    private static double loss(List<double[]> parameters) {
        var alone = 10.0;
        for (var i = 0; i < parameters.size(); i++) {
            var name = PARAMETERS.get(i);
            for (var j = 0; j < parameters.get(i).length; j++) {
                var p = parameters.get(i)[j];
                alone += of(name, "curvature")[j] * p * p / 2 + of(name, "ripple")[j] * Math.cos(3 * p);
            }
        }
        return alone + together(parameters) * together(parameters) / 2;
    }

    private static double together(List<double[]> parameters) {
        return IntStream.range(0, parameters.size())
                .mapToDouble(i -> IntStream.range(0, parameters.get(i).length)
                        .mapToDouble(j ->
                                of(PARAMETERS.get(i), "weight")[j] * parameters.get(i)[j])
                        .sum())
                .sum();
    }

    private static List<double[]> gradients(List<double[]> parameters) {
        var together = together(parameters);
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> IntStream.range(0, parameters.get(i).length)
                        .mapToDouble(
                                j -> gradient(PARAMETERS.get(i), j, parameters.get(i)[j], together))
                        .toArray())
                .toList();
    }

    private static double gradient(String name, int element, double p, double together) {
        return of(name, "curvature")[element] * p
                - 3 * of(name, "ripple")[element] * Math.sin(3 * p)
                + of(name, "weight")[element] * together;
    }
}
