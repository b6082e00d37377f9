package org.retrato.runtime.training;

import java.util.List;
import org.retrato.api.Loss;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Gradient;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Rows;
import org.retrato.runtime.graph.Shape;

/**
 * Is a loss ready to run: from outputs, targets and a scale it computes the sum of the unreduced loss, and the gradient of that
 * sum times the scale.
 *
 * @param formula (output, target, scale) → (sum, or the sum of each row if they are independent; gradient)
 * @param rowwise whether rows are independent, so that a batch can be computed in parts
 * @param unreduced the shape of the unreduced loss
 */
record LossFunction(CompiledFormula formula, boolean rowwise, Shape unreduced) {

    static LossFunction of(Loss loss, int width, Compiler compiler) {
        var graph = new Graph();
        var shape = Shape.of(Shape.BATCH, width);
        var output = graph.input("output", shape);
        var target = graph.input("target", shape);
        var scale = graph.input("scale", Shape.SCALAR);
        var unreduced = FormulaException.record(loss, () -> loss.apply(output, target));
        var gradient = Gradient.of(unreduced, scale.broadcast(unreduced.shape()), List.of(output))
                .getFirst();
        var rowwise = unreduced.shape().hasBatch() && Rows.areIndependent(unreduced);
        var sum = rowwise ? rowSums(unreduced) : unreduced.sum();
        var formula = compiler.compile(List.of(output, target, scale), List.of(sum, gradient));
        return new LossFunction(formula, rowwise, unreduced.shape());
    }

    private static Node rowSums(Node unreduced) {
        var sums = unreduced;
        while (sums.rank() > 1) {
            sums = sums.sum(-1);
        }
        return sums;
    }

    /** Returns how many numbers the mean of a batch is over. */
    int elements(int rows) {
        return unreduced.elements(rows);
    }
}
