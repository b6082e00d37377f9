package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.Floats;

/** Works on the whole parameter in logical order, for formulas that look at more than one element. */
final class WholeUpdate implements ParameterUpdate {

    private final Floats stored;
    private final Floats storedGradient;
    private final Layout layout;
    private final Floats parameter;
    private final Floats updated;
    private final Floats gradient;
    private final List<State> states = new ArrayList<>();
    private final Execution execution;

    WholeUpdate(OptimizerFormula optimizer, Floats stored, Floats storedGradient, Layout layout) {
        this.stored = stored;
        this.storedGradient = storedGradient;
        this.layout = layout;
        this.execution = optimizer.formula().start();
        var count = optimizer.parameter().shape().elements(1);
        parameter = room(count);
        gradient = room(count);
        updated = room(count);
        execution.input(OptimizerFormula.PARAMETER, parameter);
        execution.input(OptimizerFormula.GRADIENT, gradient);
        execution.output(0, updated);
        for (var traced : optimizer.states()) {
            var initial = optimizer.initial(traced, stored, layout);
            states.add(
                    traced.old().rank() == 0
                            ? new Scalar(execution, states.size(), initial[0])
                            : new Array(execution, states.size(), initial));
        }
    }

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public void run(int part, double learningRate, int iteration) {
        layout.unpack(stored, parameter);
        layout.unpack(storedGradient, gradient);
        execution.input(OptimizerFormula.LEARNING_RATE, learningRate);
        execution.input(OptimizerFormula.ITERATION, iteration);
        execution.run(1);
        layout.pack(updated, stored);
        for (var i = 0; i < states.size(); i++) {
            states.get(i).advance();
        }
    }

    private static Floats room(int count) {
        return new Floats(new float[Execution.room(count)]);
    }

    /** A state of the optimizer, bound to the execution. */
    private sealed interface State {

        /** Makes the new state the old one of the next step. */
        void advance();
    }

    /** A state of rank 1 or more; the new one has memory of its own, since all of the old one may be read until the end. */
    private record Array(Floats old, Floats updated) implements State {

        Array(Execution execution, int index, double[] initial) {
            this(room(initial.length), room(initial.length));
            for (var i = 0; i < initial.length; i++) {
                old.array()[i] = (float) initial[i];
            }
            execution.input(OptimizerFormula.STATES + index, old);
            execution.output(1 + index, updated);
        }

        @Override
        public void advance() {
            System.arraycopy(updated.array(), 0, old.array(), 0, old.length());
        }
    }

    /** A state of rank 0, in doubles as all scalars. */
    private record Scalar(Execution execution, int index) implements State {

        Scalar(Execution execution, int index, double initial) {
            this(execution, index);
            execution.input(OptimizerFormula.STATES + index, initial);
        }

        @Override
        public void advance() {
            execution.input(OptimizerFormula.STATES + index, execution.output(1 + index));
        }
    }
}
