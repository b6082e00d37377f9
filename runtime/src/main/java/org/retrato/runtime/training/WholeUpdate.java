package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.graph.Node;

/** Works on the whole parameter in logical order, for formulas that look at more than one element. */
final class WholeUpdate extends ParameterUpdate {

    private final FormulaInputs inputs;
    private final StoredParameter parameter;
    private final Layout layout;
    private final List<Floats> arrays = new ArrayList<>();
    private final List<Floats> updated = new ArrayList<>();
    private final Phase[] phases;
    private final int firstGradient;
    private final int firstNumber;

    /**
     * Is what is computed in one phase.
     *
     * @param totals the exchanges whose shares are computed, the first outputs
     * @param points those whose points are computed, the next
     * @param targets where the points are computed
     * @param isLast whether the correction is computed
     */
    @SuppressWarnings("ArrayRecordComponent") // read in every step, where a list would make objects
    private record Phase(Execution execution, int[] totals, int[] points, Floats[] targets, boolean isLast) {}

    WholeUpdate(
            TracedOptimizer optimizer,
            OptimizerTrace trace,
            StoredParameter parameter,
            Compiler compiler,
            FloatArena arena) {
        var inputs = new FormulaInputs(trace, List.of());
        super(inputs, parameter, arena);
        this.inputs = inputs;
        this.parameter = parameter;
        this.layout = parameter.layout();
        arrays.add(room(parameter.count()));
        arrays.add(room(parameter.count()));
        updated.add(room(parameter.count()));
        for (var state : inputs.states(false)) {
            var initial = initial(state, trace, parameter);
            var old = room(initial.length);
            for (var i = 0; i < initial.length; i++) {
                old.array()[i] = (float) initial[i];
            }
            arrays.add(old);
            updated.add(room(initial.length));
        }
        firstGradient = inputs.gradients();
        firstNumber = inputs.numberStates();
        for (var _ : atPoints()) {
            arrays.add(room(parameter.count()));
        }
        phases = IntStream.rangeClosed(0, optimizer.last())
                .mapToObj(level -> phase(level, optimizer, compiler))
                .toArray(Phase[]::new);
    }

    private static Floats room(int count) {
        return new Floats(new float[Execution.room(count)]);
    }

    private Phase phase(int level, TracedOptimizer optimizer, Compiler compiler) {
        var trace = inputs.trace();
        var totals = optimizer.exchanges(trace, level, true);
        var wanted = optimizer.exchanges(trace, level, false);
        var isLast = level == optimizer.last();
        var results = new ArrayList<Node>();
        IntStream.concat(IntStream.of(totals), IntStream.of(wanted))
                .forEach(i -> results.add(trace.exchanges().get(i).share()));
        var targets =
                IntStream.of(wanted).mapToObj(_ -> room(parameter.count())).toList();
        var outputs = new ArrayList<>(targets);
        if (isLast) {
            results.add(trace.updated());
            Stream.concat(inputs.states(false).stream(), inputs.states(true).stream())
                    .forEach(state -> results.add(state.updated()));
            outputs.addAll(updated);
        }
        var execution = compiler.compile(inputs.all(), results).start();
        for (var i = 0; i < arrays.size(); i++) {
            execution.input(numbers().length + i, arrays.get(i));
        }
        for (var i = 0; i < outputs.size(); i++) {
            execution.output(totals.length + i, outputs.get(i));
        }
        return new Phase(execution, totals, wanted, targets.toArray(Floats[]::new), isLast);
    }

    @Override
    int parts(int phase) {
        var runs = phases[phase];
        return runs.isLast || runs.totals.length + runs.points.length > 0 ? 1 : 0;
    }

    @Override
    void run(int phase, int part, int worker) {
        var runs = phases[phase];
        layout.unpack(parameter.elements(), arrays.get(FormulaInputs.PARAMETER));
        layout.unpack(parameter.gradient(), arrays.get(FormulaInputs.GRADIENT));
        for (var i = 0; i < atPoints().length; i++) {
            layout.unpack(gradientAt(atPoints()[i]), arrays.get(firstGradient + i));
        }
        FormulaInputs.give(numbers(), runs.execution);
        runs.execution.run(1);
        for (var i = 0; i < runs.totals.length; i++) {
            shares()[runs.totals[i]] = runs.execution.output(i);
        }
        for (var i = 0; i < runs.points.length; i++) {
            layout.pack(runs.targets[i], point(runs.points[i]));
        }
        if (runs.isLast) {
            correct(runs);
        }
    }

    /** Makes what was computed the parameter and the states of the next step. */
    private void correct(Phase runs) {
        layout.pack(updated.getFirst(), parameter.elements());
        for (var i = 1; i < updated.size(); i++) {
            var old = arrays.get(FormulaInputs.STATES + i - 1);
            System.arraycopy(updated.get(i).array(), 0, old.array(), 0, old.length());
        }
        var first = runs.totals.length + runs.points.length + updated.size();
        for (var i = firstNumber; i < numbers().length; i++) {
            numbers()[i] = runs.execution.output(first + i - firstNumber);
        }
    }

    @Override
    void finish(int phase) {}

    @Override
    Floats array(int state) {
        return arrays.get(FormulaInputs.STATES + state);
    }
}
