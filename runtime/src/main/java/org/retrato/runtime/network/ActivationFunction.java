package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.List;
import org.retrato.api.Activation;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Gradient;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Parameter;
import org.retrato.runtime.graph.Rows;
import org.retrato.runtime.graph.Shape;

/**
 * Is an activation ready to run on layers of one width.
 *
 * <p>An element-wise activation computes its derivatives together with its value, sharing what all need; going back is then
 * one multiplication for each. Any other keeps what it was applied to, and goes back by its vector-Jacobian product. In the
 * formulas, … stands for one array for each that {@link Learning#repeated} names.
 *
 * @param inputs the width of what it is applied to
 * @param outputs the width of what it yields
 * @param elementwise whether each element depends on one element only
 * @param value (x, parameters) → y
 * @param forward (x, parameters) → (y, derivative, derivatives…) where element-wise, else the same as {@code value}
 * @param backward (derivative, dy, derivatives…) → (dx, gradients…) where element-wise, else (x, dy, parameters) → (dx,
 *     gradients…)
 * @param learning what is learned
 */
public record ActivationFunction(
        int inputs,
        int outputs,
        boolean elementwise,
        CompiledFormula value,
        CompiledFormula forward,
        CompiledFormula backward,
        Learning learning) {

    /** Records, differentiates and compiles an activation, and refuses one whose formula does not fit. */
    public static ActivationFunction of(Activation activation, int width, Compiler compiler) {
        var graph = Graph.ofActivation();
        var shape = Shape.of(Shape.BATCH, width);
        var x = graph.input("x", shape);
        var y = FormulaException.record(activation, () -> activation.apply(x));
        requireRows(y, activation);
        var learning = Learning.of(activation, y, compiler);
        var parameters = graph.parameters().stream().map(Parameter::node).toList();
        var sources = all(List.of(x), learning.repeated());
        var value = compiler.compile(all(List.of(x), parameters), List.of(y));
        var dy = graph.input("dy", y.shape());
        if (value.isOneLoop() && y.shape().equals(shape)) {
            var derivatives = Gradient.of(y, graph.constant(1, shape), sources);
            var saved = all(
                    List.of(graph.input("derivative", shape)),
                    learning.repeatedNames().stream()
                            .map(name -> graph.input("dy/" + name, shape))
                            .toList());
            var gradients = saved.stream().map(derivative -> derivative.mul(dy)).toList();
            return new ActivationFunction(
                    width,
                    width,
                    true,
                    value,
                    compiler.compile(all(List.of(x), parameters), all(List.of(y), derivatives)),
                    compiler.compile(all(List.of(saved.getFirst(), dy), saved.subList(1, saved.size())), gradients),
                    learning);
        }
        return new ActivationFunction(
                width,
                y.shape().size(1),
                false,
                value,
                value,
                compiler.compile(all(List.of(x, dy), parameters), Gradient.of(y, dy, sources)),
                learning);
    }

    private static List<Node> all(List<Node> first, List<Node> others) {
        var all = new ArrayList<>(first);
        all.addAll(others);
        return all;
    }

    private static void requireRows(Node y, Activation activation) {
        if (y.rank() != 2
                || y.shape().size(0) != Shape.BATCH
                || y.shape().size(1) == Shape.BATCH
                || !Rows.areIndependent(y)) {
            throw new FormulaException(
                    activation,
                    "it yields " + y.shape() + "; it must yield [batch, width], each row from the same row of x alone");
        }
    }
}
