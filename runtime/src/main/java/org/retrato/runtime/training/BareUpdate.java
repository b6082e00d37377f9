package org.retrato.runtime.training;

import java.util.List;
import java.util.Random;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Shape;

/**
 * Corrects one matrix of weights of a hidden layer by the same gradient again and again: what an optimizer costs without a
 * network. There is no batch either: the loss is always 1, and the gradient the same at every point.
 */
public final class BareUpdate implements Runnable {

    private final int states;
    private final double learningRate;
    private final NetworkUpdate update;
    private int iteration;

    /** Prepares the update of {@code inputs} times {@code outputs} weights. */
    public BareUpdate(Optimizer optimizer, int inputs, int outputs, Compiler compiler, Workers workers) {
        var shape = Shape.of(inputs, outputs);
        var arena = new FloatArena();
        var weights = new StoredParameter(
                shape,
                Role.hidden(),
                random(arena, inputs * outputs, 1),
                random(arena, inputs * outputs, 2),
                new Layout.Row(inputs * outputs));
        states = (int) OptimizerTrace.of(optimizer, shape, Role.hidden()).states().values().stream()
                .filter(state -> state.old().shape().equals(shape))
                .count();
        learningRate = FormulaException.ask(optimizer, optimizer::learningRate);
        update = new NetworkUpdate(optimizer, List.of(weights), () -> {}, compiler, workers, arena);
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
        update.run(learningRate, 1, iteration, 1);
    }
}
