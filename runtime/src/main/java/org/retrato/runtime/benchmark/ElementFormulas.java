package org.retrato.runtime.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/** Compiles formulas that work on each element of large arrays by itself. */
record ElementFormulas(Compiler compiler, int elements) {

    CompiledFormula of(Activation activation) {
        var x = input(new Graph(), 0);
        return compiler.compile(List.of(x), List.of(FormulaException.record(activation, () -> activation.apply(x))));
    }

    CompiledFormula of(Loss loss) {
        var graph = new Graph();
        var output = input(graph, 0);
        var target = input(graph, 1);
        return compiler.compile(
                List.of(output, target), List.of(FormulaException.record(loss, () -> loss.apply(output, target))));
    }

    /** Returns what does as little as possible: the sum of all that is only read goes to all that is written. */
    CompiledFormula copying(Limit.Memory memory) {
        var graph = new Graph();
        var inputs = new ArrayList<Node>();
        for (var i = 0; i < memory.read() + memory.updated(); i++) {
            inputs.add(input(graph, i));
        }
        var sum = inputs.subList(0, memory.read()).stream()
                .reduce(Node::add)
                .orElseThrow(() -> new IllegalArgumentException("nothing is read: " + memory));
        var outputs = new ArrayList<Node>();
        for (var i = 0; i < memory.updated(); i++) {
            outputs.add(inputs.get(memory.read() + i).add(sum));
        }
        for (var i = 0; i < memory.written(); i++) {
            outputs.add(sum);
        }
        return compiler.compile(inputs, outputs);
    }

    private Node input(Graph graph, int number) {
        return graph.input("array " + number, Shape.of(elements));
    }
}
