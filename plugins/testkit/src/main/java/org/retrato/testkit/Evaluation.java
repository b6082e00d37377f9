package org.retrato.testkit;

import java.util.List;
import java.util.stream.IntStream;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.graph.Evaluator;
import org.retrato.runtime.graph.Node;

/** Computes nodes from the values of others. */
@FunctionalInterface
interface Evaluation {

    /** Returns the elements of each output, given those of each input. */
    List<double[]> run(List<Node> inputs, List<Node> outputs, int rows, List<double[]> values);

    static Evaluation inDoubles() {
        return (inputs, outputs, rows, values) ->
                new Evaluator(inputs, outputs).evaluate(rows, values.toArray(double[][]::new));
    }

    static Evaluation compiled() {
        var compiler = new Compiler(new KernelCompiler());
        return (inputs, outputs, rows, values) -> {
            var execution = compiler.compile(inputs, outputs).start();
            for (var i = 0; i < inputs.size(); i++) {
                if (inputs.get(i).rank() == 0) {
                    execution.input(i, values.get(i)[0]);
                } else {
                    execution.input(i, floats(values.get(i)));
                }
            }
            var results = outputs.stream()
                    .map(output -> floats(new double[output.shape().elements(rows)]))
                    .toList();
            for (var i = 0; i < outputs.size(); i++) {
                if (outputs.get(i).rank() > 0) {
                    execution.output(i, results.get(i));
                }
            }
            execution.run(rows);
            return IntStream.range(0, outputs.size())
                    .mapToObj(i -> result(outputs.get(i), execution, i, results.get(i), rows))
                    .toList();
        };
    }

    private static double[] result(Node output, Execution execution, int index, Floats floats, int rows) {
        var result = new double[output.shape().elements(rows)];
        for (var i = 0; i < result.length; i++) {
            result[i] = output.rank() == 0 ? execution.output(index) : floats.array()[i];
        }
        return result;
    }

    private static Floats floats(double[] values) {
        var floats = new Floats(new float[Execution.room(values.length)]);
        for (var i = 0; i < values.length; i++) {
            floats.array()[i] = (float) values[i];
        }
        return floats;
    }
}
