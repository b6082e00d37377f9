package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.Floats;

/**
 * Is what an {@link ElementUpdate} computes in one phase.
 *
 * @param loops a fused loop over the elements, part by part; none if there is nothing to compute
 * @param sums the sums whose results the next phase needs
 * @param firstSum where the first of them is written among the numbers
 * @param shares the shares of totals
 */
record ElementPhase(List<Execution> loops, BlockSums sums, int firstSum, NumberFormula shares) {

    /** The number of elements of a part; a multiple of the vector width. */
    private static final int PART = 1 << 16;

    /** Binds a loop to arrays, part by part. */
    static List<Execution> loops(CompiledFormula formula, int firstArray, List<Floats> arrays, List<Floats> targets) {
        var loops = new ArrayList<Execution>();
        for (var offset = 0; offset < arrays.getFirst().length(); offset += PART) {
            var execution = formula.start();
            for (var i = 0; i < arrays.size(); i++) {
                execution.input(firstArray + i, from(arrays.get(i), offset));
            }
            for (var i = 0; i < targets.size(); i++) {
                execution.output(i, from(targets.get(i), offset));
            }
            loops.add(execution);
        }
        return loops;
    }

    private static Floats from(Floats whole, int offset) {
        return whole.slice(offset, whole.length() - offset);
    }

    int parts() {
        return loops.size() + sums.blocks();
    }

    void run(int part, int worker, double[] numbers, int elements) {
        if (part >= loops.size()) {
            sums.add(part - loops.size(), worker, numbers);
            return;
        }
        var execution = loops.get(part);
        FormulaInputs.give(numbers, execution);
        execution.runElements(Math.min(PART, elements - part * PART));
    }

    void finish(double[] numbers) {
        sums.write(numbers, firstSum);
        shares.run(numbers);
    }
}
