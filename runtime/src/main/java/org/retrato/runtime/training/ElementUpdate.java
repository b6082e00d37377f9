package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/** Works on each element by itself, in whatever order the network stores them: padding is corrected too, which nobody reads. */
final class ElementUpdate implements ParameterUpdate {

    /** The number of elements of a part; a multiple of the vector width. */
    private static final int PART = 1 << 16;

    private final OptimizerFormula optimizer;
    private final Floats parameter;
    private final Floats gradient;
    private final List<Floats> states = new ArrayList<>();
    private final List<Execution> parts = new ArrayList<>();

    ElementUpdate(OptimizerFormula optimizer, Floats parameter, Floats gradient, Layout layout, FloatArena arena) {
        this.optimizer = optimizer;
        this.parameter = parameter;
        this.gradient = gradient;
        for (var state : optimizer.states()) {
            var initial = optimizer.initial(state, parameter, layout);
            var logical = new float[initial.length];
            for (var i = 0; i < logical.length; i++) {
                logical[i] = (float) initial[i];
            }
            var stored = arena.allocate(parameter.length());
            layout.pack(new Floats(logical), stored);
            states.add(stored);
        }
        for (var offset = 0; offset < parameter.length(); offset += PART) {
            parts.add(bound(offset));
        }
    }

    private Execution bound(int offset) {
        var execution = optimizer.formula().start();
        execution.input(OptimizerFormula.PARAMETER, from(parameter, offset));
        execution.input(OptimizerFormula.GRADIENT, from(gradient, offset));
        execution.output(0, from(parameter, offset));
        for (var i = 0; i < states.size(); i++) {
            execution.input(OptimizerFormula.STATES + i, from(states.get(i), offset));
            execution.output(1 + i, from(states.get(i), offset));
        }
        return execution;
    }

    private static Floats from(Floats whole, int offset) {
        return whole.slice(offset, whole.length() - offset);
    }

    @Override
    public int parts() {
        return parts.size();
    }

    @Override
    public void run(int part, double learningRate, int iteration) {
        var execution = parts.get(part);
        execution.input(OptimizerFormula.LEARNING_RATE, learningRate);
        execution.input(OptimizerFormula.ITERATION, iteration);
        execution.runElements(Math.min(PART, parameter.length() - part * PART));
    }
}
