package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.Floats;

/** Computes the parameter to predict with from the one that is trained and its states; asked for now and then, not every step. */
final class ParameterEvaluation {

    private final StoredParameter parameter;
    private final ParameterUpdate update;
    private final Execution execution;
    private final int numbers;
    private final int states;
    private final Floats evaluated;

    ParameterEvaluation(OptimizerTrace trace, StoredParameter parameter, ParameterUpdate update, Compiler compiler) {
        this.parameter = parameter;
        this.update = update;
        var all = new FormulaInputs(trace, List.of());
        numbers = all.numbers().size();
        states = all.states(false).size();
        evaluated = new Floats(new float[Execution.room(parameter.count())]);
        var inputs = new ArrayList<>(all.numbers());
        inputs.add(trace.parameter());
        all.states(false).forEach(state -> inputs.add(state.old()));
        execution = compiler.compile(inputs, List.of(trace.evaluated())).start();
        execution.output(0, evaluated);
    }

    /** Computes the parameter, and stores it as the network would. */
    void run(Floats to) {
        for (var i = 0; i < numbers; i++) {
            execution.input(i, update.numbers()[i]);
        }
        execution.input(numbers, parameter.logical(parameter.elements()));
        for (var state = 0; state < states; state++) {
            execution.input(numbers + 1 + state, update.array(state));
        }
        execution.run(1);
        parameter.layout().pack(evaluated, to);
    }
}
