package org.retrato.runtime.graph;

import java.util.function.UnaryOperator;

/**
 * Is the derivative of the output with respect to one node, as {@link Gradient} carries it from the output to the inputs.
 *
 * <p>It is {@code value} where the condition holds and exactly 0 elsewhere, in the branches that {@code where} did not take. The
 * choice is put off until {@link #node()}: made at once, its zeros would meet infinite derivatives on the way and become NaN.
 * Without a {@code where}, the condition is the constant 1 and disappears.
 *
 * @param value the derivative where the condition holds, anything elsewhere
 * @param condition where a taken branch is reached; same shape
 * @param settled whether {@code value} is 0 already where the condition does not hold
 */
record Cotangent(Node value, Node condition, boolean settled) {

    static Cotangent of(Node value) {
        return new Cotangent(value, value.graph().constant(1, value.shape()), true);
    }

    /** Returns the derivative, with zeros where the condition does not hold. */
    Node node() {
        return settled ? value : condition.choose(value, value.constant(0));
    }

    Cotangent plus(Cotangent other) {
        if (condition == other.condition) {
            return new Cotangent(value.add(other.value), condition, settled && other.settled);
        }
        var either = condition.choose(condition.constant(1), other.condition);
        return new Cotangent(node().add(other.node()), either, true);
    }

    Cotangent neg() {
        return new Cotangent(value.neg(), condition, settled);
    }

    Cotangent times(double factor) {
        return times(value.graph().constant(factor, value.shape()));
    }

    Cotangent times(Node factor) {
        return new Cotangent(value.mul(factor), condition, settled && isFinite(factor));
    }

    Cotangent over(Node divisor) {
        return new Cotangent(value.div(divisor), condition, settled && isFinite(divisor) && !divisor.isConstant(0));
    }

    /** Returns this where a condition holds, elsewhere 0. */
    Cotangent where(Node holds) {
        return new Cotangent(value, condition.choose(holds, holds.constant(0)), false);
    }

    /** Returns this where a condition does not hold, elsewhere 0. */
    Cotangent unless(Node holds) {
        return where(holds.equalTo(holds.constant(0)));
    }

    /** Returns this with its elements elsewhere, by an operation that only moves or repeats them. */
    Cotangent moved(UnaryOperator<Node> move) {
        return new Cotangent(move.apply(value), move.apply(condition), settled);
    }

    Cotangent sum(int axis) {
        return new Cotangent(node().sum(axis), any(axis), true);
    }

    /** Returns the cotangent of the left factor of a matrix product. */
    Cotangent matmulRight(Node right) {
        var product = node().matmul(right.transpose());
        return new Cotangent(product, any(1).unsqueeze(1).broadcast(product.shape()), true);
    }

    /** Returns the cotangent of the right factor of a matrix product. */
    Cotangent matmulLeft(Node left) {
        var product = left.transpose().matmul(node());
        return new Cotangent(product, any(0).unsqueeze(0).broadcast(product.shape()), true);
    }

    /** Returns this with zeros before and after it along an axis. */
    Cotangent padded(int axis, int before, int after) {
        var outside = condition.isConstant(1) ? 1 : 0;
        return new Cotangent(pad(value, 0, axis, before, after), pad(condition, outside, axis, before, after), settled);
    }

    private static Node pad(Node node, double value, int axis, int before, int after) {
        var padded = node;
        if (before > 0) {
            padded = node.graph()
                    .constant(value, node.shape().resized(axis, before))
                    .append(axis, padded);
        }
        if (after > 0) {
            padded = padded.append(
                    axis, node.graph().constant(value, node.shape().resized(axis, after)));
        }
        return padded;
    }

    private static boolean isFinite(Node node) {
        return node.operation() instanceof Operation.Constant(var number) && Double.isFinite(number);
    }

    private Node any(int axis) {
        return condition.choose(condition.constant(1), condition.constant(0)).max(axis);
    }
}
