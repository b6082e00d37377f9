package org.retrato.runtime.training;

import java.util.List;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.graph.Node;

/** Computes numbers from numbers, once a step, and writes them to their places. */
final class NumberFormula {

    private final Execution execution;
    private final double[] to;
    private final int[] places;

    /** Prepares the results, each with a place of its own in {@code to}. */
    NumberFormula(List<Node> inputs, List<Node> results, double[] to, int[] places, Compiler compiler) {
        this.execution = compiler.compile(inputs, results).start();
        this.to = to;
        this.places = places;
    }

    void run(double[] numbers) {
        FormulaInputs.give(numbers, execution);
        execution.run(1);
        for (var i = 0; i < places.length; i++) {
            to[places[i]] = execution.output(i);
        }
    }
}
