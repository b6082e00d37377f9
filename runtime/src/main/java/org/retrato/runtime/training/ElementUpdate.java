package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.graph.Node;

/**
 * Works on each element by itself, in whatever order the network stores them: padding is corrected too, which nobody reads. Sums
 * over all elements are computed before.
 */
final class ElementUpdate extends ParameterUpdate {

    private final FormulaInputs inputs;
    private final StoredParameter parameter;
    private final List<Floats> arrays = new ArrayList<>();
    private final ElementPhase[] phases;
    private final NumberFormula advance;

    ElementUpdate(
            TracedOptimizer optimizer,
            OptimizerTrace trace,
            StoredParameter parameter,
            int threads,
            Compiler compiler,
            FloatArena arena) {
        var inputs = new FormulaInputs(trace, optimizer.ordered(trace, Elementwise.sums(trace)));
        super(inputs, parameter, arena);
        this.inputs = inputs;
        this.parameter = parameter;
        arrays.add(parameter.elements());
        arrays.add(parameter.gradient());
        for (var state : inputs.states(false)) {
            arrays.add(stored(initial(state, trace, parameter), arena));
        }
        for (var exchange : atPoints()) {
            arrays.add(gradientAt(exchange));
        }
        phases = IntStream.rangeClosed(0, optimizer.last())
                .mapToObj(level -> phase(level, optimizer, threads, compiler))
                .toArray(ElementPhase[]::new);
        var states = inputs.states(true).stream().map(TracedStep.State::updated).toList();
        var places = IntStream.range(0, states.size()).map(i -> inputs.numberStates() + i);
        advance = new NumberFormula(inputs.numbers(), states, numbers(), places.toArray(), compiler);
    }

    private Floats stored(double[] initial, FloatArena arena) {
        var logical = new float[initial.length];
        for (var i = 0; i < logical.length; i++) {
            logical[i] = (float) initial[i];
        }
        var stored = arena.allocate(parameter.elements().length());
        parameter.layout().pack(new Floats(logical), stored);
        return stored;
    }

    private ElementPhase phase(int level, TracedOptimizer optimizer, int threads, Compiler compiler) {
        var trace = inputs.trace();
        var exchanges = trace.exchanges();
        var results = new ArrayList<Node>();
        var targets = new ArrayList<Floats>();
        for (var i : optimizer.exchanges(trace, level, false)) {
            results.add(exchanges.get(i).share());
            targets.add(point(i));
        }
        if (level == optimizer.last()) {
            results.add(trace.updated());
            inputs.states(false).forEach(state -> results.add(state.updated()));
            targets.add(parameter.elements());
            targets.addAll(arrays.subList(FormulaInputs.STATES, inputs.gradients()));
        }
        var sums = inputs.sums().stream()
                .filter(sum -> optimizer.level(trace, sum) == level + 1)
                .toList();
        var totals = optimizer.exchanges(trace, level, true);
        var summands =
                IntStream.of(totals).mapToObj(i -> exchanges.get(i).share()).toList();
        return new ElementPhase(
                results.isEmpty()
                        ? List.of()
                        : ElementPhase.loops(
                                compiler.compile(inputs.all(), results), numbers().length, arrays, targets),
                new BlockSums(sums, inputs, arrays, parameter, threads, compiler),
                sums.isEmpty() ? 0 : inputs.numbers().indexOf(sums.getFirst()),
                new NumberFormula(inputs.numbers(), summands, shares(), totals, compiler));
    }

    @Override
    int parts(int phase) {
        return phases[phase].parts();
    }

    @Override
    void run(int phase, int part, int worker) {
        phases[phase].run(part, worker, numbers(), parameter.elements().length());
    }

    @Override
    void finish(int phase) {
        phases[phase].finish(numbers());
        if (phase == phases.length - 1) {
            advance.run(numbers());
        }
    }

    @Override
    Floats array(int state) {
        return parameter.logical(arrays.get(FormulaInputs.STATES + state));
    }
}
