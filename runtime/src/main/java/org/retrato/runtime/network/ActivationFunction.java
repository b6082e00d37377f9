package org.retrato.runtime.network;

import java.util.List;
import org.retrato.api.Activation;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Gradient;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Rows;
import org.retrato.runtime.graph.Shape;

/**
 * Is an activation ready to run on layers of one width.
 *
 * <p>An element-wise activation computes its derivative together with its value, sharing what both need; going back is then
 * one multiplication. Any other keeps what it was applied to, and goes back by its vector-Jacobian product.
 *
 * @param inputs the width of what it is applied to
 * @param outputs the width of what it yields
 * @param elementwise whether each element depends on one element only
 * @param value x → y
 * @param forward x → (y, derivative) where element-wise, else the same as {@code value}
 * @param backward (derivative, dy) → dx where element-wise, else (x, dy) → dx
 */
public record ActivationFunction(
        int inputs,
        int outputs,
        boolean elementwise,
        CompiledFormula value,
        CompiledFormula forward,
        CompiledFormula backward) {

    /** Records, differentiates and compiles an activation, and refuses one whose formula does not fit. */
    public static ActivationFunction of(Activation activation, int width, Compiler compiler) {
        var graph = new Graph();
        var shape = Shape.of(Shape.BATCH, width);
        var x = graph.input("x", shape);
        var y = FormulaException.record(activation, () -> activation.apply(x));
        requireRows(y, activation);
        var value = compiler.compile(List.of(x), List.of(y));
        if (value.isOneLoop() && y.shape().equals(shape)) {
            var derivative =
                    Gradient.of(y, graph.constant(1, shape), List.of(x)).getFirst();
            var dy = graph.input("dy", shape);
            var saved = graph.input("derivative", shape);
            return new ActivationFunction(
                    width,
                    width,
                    true,
                    value,
                    compiler.compile(List.of(x), List.of(y, derivative)),
                    compiler.compile(List.of(saved, dy), List.of(saved.mul(dy))));
        }
        var dy = graph.input("dy", y.shape());
        var dx = Gradient.of(y, dy, List.of(x)).getFirst();
        return new ActivationFunction(
                width, y.shape().size(1), false, value, value, compiler.compile(List.of(x, dy), List.of(dx)));
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
