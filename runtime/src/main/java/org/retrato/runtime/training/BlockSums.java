package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.Sums;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;

/**
 * Adds up tensors of a parameter's shape, some rows at a time: each row first, then the sums of the rows, just as the formula
 * would as a whole. So it matters neither how the parameter is stored nor who adds which rows.
 */
final class BlockSums {

    /** About so many elements are computed before they are added: few enough to stay in the cache. */
    private static final int BLOCK = 1 << 13;

    private final Layout layout;
    private final boolean isMatrix;
    private final int rows;
    private final int columns;
    private final int blockRows;
    private final int sums;
    private final int[] read;
    private final Floats[] stored;
    private final List<Bench> benches = new ArrayList<>();
    private final float[][] ofRows;
    private final double[] ofVector;
    private final Sums adding = new Sums();

    /** What one worker computes with. */
    private record Bench(Execution execution, Floats[] arrays, Floats[] results, Sums adding) {}

    /**
     * Prepares the sums.
     *
     * @param sums the nodes that are sums
     * @param arrays what the formula is given as arrays, as they are stored
     */
    BlockSums(
            List<Node> sums,
            FormulaInputs inputs,
            List<Floats> arrays,
            StoredParameter parameter,
            int threads,
            Compiler compiler) {
        var shape = parameter.shape();
        var summed = sums.stream().map(OptimizerTrace::summed).toList();
        layout = parameter.layout();
        isMatrix = shape.rank() == 2;
        rows = isMatrix ? shape.size(0) : 1;
        columns = shape.size(shape.rank() - 1);
        blockRows = Math.clamp(BLOCK / columns, 1, rows);
        this.sums = sums.size();
        ofRows = new float[sums.size()][rows];
        ofVector = new double[sums.size()];
        stored = arrays.toArray(Floats[]::new);
        read = read(summed, inputs);
        var formula = compiler.compile(inputs.all(), summed);
        for (var thread = 0; thread < (sums.isEmpty() ? 0 : threads); thread++) {
            benches.add(bench(formula, inputs.numbers().size()));
        }
    }

    /** Returns the numbers of the arrays that the formula reads. */
    private static int[] read(List<Node> summed, FormulaInputs inputs) {
        var used = Graph.ordered(summed, Set.copyOf(inputs.sums()));
        var all = inputs.arrays();
        return all.stream().filter(used::contains).mapToInt(all::indexOf).toArray();
    }

    private Bench bench(CompiledFormula formula, int numbers) {
        var execution = formula.start();
        var arrays = new Floats[stored.length];
        var results = new Floats[sums];
        for (var array = 0; array < arrays.length; array++) {
            arrays[array] = new Floats();
            execution.input(numbers + array, arrays[array]);
        }
        for (var array : read) {
            arrays[array] = room();
            execution.input(numbers + array, arrays[array]);
        }
        for (var sum = 0; sum < sums; sum++) {
            results[sum] = room();
            execution.output(sum, results[sum]);
        }
        return new Bench(execution, arrays, results, new Sums());
    }

    private Floats room() {
        return new Floats(new float[Execution.room(blockRows * columns)]);
    }

    /** Returns the number of blocks, which may be added at the same time. */
    int blocks() {
        return sums == 0 ? 0 : Math.ceilDiv(rows, blockRows);
    }

    /** Adds the rows of one block. */
    void add(int block, int worker, double[] numbers) {
        var bench = benches.get(worker);
        var first = block * blockRows;
        var count = Math.min(blockRows, rows - first);
        for (var array : read) {
            layout.unpack(stored[array], first, count, columns, bench.arrays[array]);
        }
        FormulaInputs.give(numbers, bench.execution);
        bench.execution.runElements(count * columns);
        for (var sum = 0; sum < sums; sum++) {
            var elements = bench.results[sum].array();
            if (isMatrix) {
                for (var row = 0; row < count; row++) {
                    ofRows[sum][first + row] = (float) bench.adding.sum(elements, row * columns, columns);
                }
            } else {
                ofVector[sum] = bench.adding.sum(elements, 0, columns);
            }
        }
    }

    /** Writes the sums, once all blocks have been added. */
    void write(double[] numbers, int from) {
        for (var sum = 0; sum < sums; sum++) {
            numbers[from + sum] = isMatrix ? adding.sum(ofRows[sum], 0, rows) : ofVector[sum];
        }
    }
}
