package org.retrato.runtime.training;

import java.util.Random;
import org.retrato.api.Optimizer;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.graph.Shape;

/** Corrects one matrix of weights by the same gradient again and again: what an optimizer costs without a network. */
public final class BareUpdate implements Runnable {

    private final int states;
    private final double learningRate;
    private final ParameterUpdate update;
    private final Workers workers;
    private final Workers.Task task = this::correct;
    private int iteration;

    /** Prepares the update of {@code inputs} times {@code outputs} weights. */
    public BareUpdate(Optimizer optimizer, int inputs, int outputs, Compiler compiler, Workers workers) {
        var shape = Shape.of(inputs, outputs);
        var formula = OptimizerFormula.of(optimizer, shape, compiler);
        var arena = new FloatArena();
        var weights = random(arena, inputs * outputs, 1);
        var gradient = random(arena, inputs * outputs, 2);
        states = (int) formula.states().stream()
                .filter(state -> state.old().shape().equals(shape))
                .count();
        learningRate = optimizer.learningRate();
        update = ParameterUpdate.of(formula, weights, gradient, new Layout.Row(inputs * outputs), arena);
        this.workers = workers;
    }

    private static Floats random(FloatArena arena, int length, int seed) {
        var floats = arena.allocate(Execution.room(length));
        var random = new Random(seed);
        for (var i = 0; i < length; i++) {
            floats.array()[floats.offset() + i] = random.nextFloat() - 0.5f;
        }
        return floats;
    }

    /** Returns how many states the optimizer keeps for each weight. */
    public int states() {
        return states;
    }

    /** Corrects all weights once. */
    @Override
    public void run() {
        iteration++;
        workers.run(update.parts(), task);
    }

    private void correct(int part, int worker) {
        update.run(part, learningRate, iteration);
    }
}
