package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.retrato.api.Optimizer;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.Workers;

/**
 * Corrects all parameters of a network, phase by phase: in each but the last, the parameters compute what they add to totals, or
 * at which points they want gradients, and all get the results before the next.
 *
 * <pre>
 *   clip(adam):  sums of g² of each block of rows ─▶ of each parameter ─▶ total ─▶ one fused loop
 * </pre>
 */
final class NetworkUpdate {

    private final List<ParameterUpdate> updates = new ArrayList<>();
    private final List<ParameterEvaluation> evaluations = new ArrayList<>();
    private final Workers workers;
    private final Part[][] parts;
    private final Meeting[][] meetings;

    // made once, so that a step allocates nothing; what it works on is below
    private final Workers.Task running = this::run;
    private int phase;

    /** One part of the work on one parameter, the work of one task. */
    private record Part(ParameterUpdate update, int part) {}

    /**
     * Prepares the update.
     *
     * @param gradients computes the gradients of the same batch anew, from the parameters as they are
     * @throws org.retrato.runtime.graph.FormulaException if a formula does not fit
     */
    NetworkUpdate(
            Optimizer optimizer,
            List<StoredParameter> parameters,
            Runnable gradients,
            Compiler compiler,
            Workers workers,
            FloatArena arena) {
        this.workers = workers;
        var traced = new TracedOptimizer(
                optimizer, parameters.stream().map(StoredParameter::kind).toList());
        for (var i = 0; i < parameters.size(); i++) {
            var trace = traced.traces().get(i);
            updates.add(ParameterUpdate.of(traced, trace, parameters.get(i), workers.threads(), compiler, arena));
        }
        if (traced.traces().stream().anyMatch(trace -> trace.evaluated() != trace.parameter())) {
            for (var i = 0; i < parameters.size(); i++) {
                evaluations.add(
                        new ParameterEvaluation(traced.traces().get(i), parameters.get(i), updates.get(i), compiler));
            }
        }
        parts = IntStream.rangeClosed(0, traced.last())
                .mapToObj(level -> updates.stream()
                        .flatMap(update ->
                                IntStream.range(0, update.parts(level)).mapToObj(part -> new Part(update, part)))
                        .toArray(Part[]::new))
                .toArray(Part[][]::new);
        meetings = IntStream.rangeClosed(0, traced.last())
                .mapToObj(level -> traced.places().stream()
                        .filter(place -> traced.level(place) == level + 1)
                        .map(place -> meeting(place, traced, parameters, gradients, arena))
                        .toArray(Meeting[]::new))
                .toArray(Meeting[][]::new);
    }

    private Meeting meeting(
            Exchange.Place place,
            TracedOptimizer traced,
            List<StoredParameter> parameters,
            Runnable gradients,
            FloatArena arena) {
        var members = IntStream.range(0, parameters.size())
                .mapToObj(i -> Meeting.member(place, traced.traces().get(i), parameters.get(i), updates.get(i)))
                .flatMap(Optional::stream)
                .toList();
        return traced.isTotal(place)
                ? new TotalMeeting(members)
                : new PointMeeting(members, parameters, gradients, arena);
    }

    /** Takes a step; {@code iteration} counts from 1. */
    void run(double learningRate, double schedule, int iteration, double loss) {
        for (var i = 0; i < updates.size(); i++) {
            updates.get(i).begin(learningRate, schedule, iteration, loss);
        }
        for (phase = 0; phase < parts.length; phase++) {
            workers.run(parts[phase].length, running);
            for (var i = 0; i < updates.size(); i++) {
                updates.get(i).finish(phase);
            }
            for (var meeting : meetings[phase]) {
                meeting.run();
            }
        }
    }

    /** Returns whether the network predicts with other parameters than it trains. */
    boolean evaluates() {
        return !evaluations.isEmpty();
    }

    /** Stores the parameter to predict with, as the network would. */
    void evaluate(int parameter, Floats to) {
        evaluations.get(parameter).run(to);
    }

    private void run(int index, int worker) {
        var part = parts[phase][index];
        part.update().run(phase, part.part(), worker);
    }
}
