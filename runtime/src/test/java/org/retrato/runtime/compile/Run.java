package org.retrato.runtime.compile;

import java.util.List;
import java.util.stream.IntStream;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.graph.Node;

/** Runs compiled formulas in memory of its own; may be run for several numbers of rows, one after the other. */
final class Run {

    private final List<Node> inputs;
    private final List<Node> outputs;
    private final Execution execution;

    Run(Compiler compiler, List<Node> inputs, List<Node> outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.execution = compiler.compile(inputs, outputs).start();
    }

    /** Returns the elements of each output, given those of each input. */
    List<double[]> on(int rows, double[]... values) {
        for (var i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).rank() == 0) {
                execution.input(i, values[i][0]);
            } else {
                execution.input(i, floats(values[i]));
            }
        }
        var results = outputs.stream()
                .map(output -> room(output.shape().elements(rows)))
                .toList();
        for (var i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).rank() > 0) {
                execution.output(i, results.get(i));
            }
        }
        execution.run(rows);
        return IntStream.range(0, outputs.size())
                .mapToObj(i -> outputs.get(i).rank() == 0
                        ? new double[] {execution.output(i)}
                        : doubles(results.get(i), outputs.get(i).shape().elements(rows)))
                .toList();
    }

    static Floats room(int count) {
        return new Floats(new float[Execution.room(count)]);
    }

    static Floats floats(double... values) {
        var floats = room(values.length);
        for (var i = 0; i < values.length; i++) {
            floats.array()[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] doubles(Floats floats, int count) {
        return IntStream.range(0, count).mapToDouble(i -> floats.array()[i]).toArray();
    }
}
