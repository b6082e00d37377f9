package org.retrato.runtime.graph;

import org.jspecify.annotations.Nullable;
import org.retrato.runtime.graph.Operation.Append;
import org.retrato.runtime.graph.Operation.Choose;
import org.retrato.runtime.graph.Operation.Unary;

/** Simplifies sums and differences; null where nothing is simpler. */
final class Sums {

    private Sums() {}

    static @Nullable Node sum(Node left, Node right) {
        if (left.isConstant(0)) {
            return right;
        }
        if (right.isConstant(0)) {
            return left;
        }
        if (left == right) {
            return left.mul(left.constant(2));
        }
        if (right.operation() == Unary.NEG) {
            return left.sub(right.input(0));
        }
        if (left.operation() == Unary.NEG) {
            return right.sub(left.input(0));
        }
        if (left.operation() instanceof Choose && right.operation() instanceof Choose) {
            return choices(left, right);
        }
        if (left.operation() instanceof Append(var axis) && left.operation().equals(right.operation())) {
            return pieces(axis, left, right);
        }
        return null;
    }

    static @Nullable Node difference(Node left, Node right) {
        if (right.isConstant(0)) {
            return left;
        }
        if (left.isConstant(0)) {
            return right.neg();
        }
        return right.operation() == Unary.NEG ? left.add(right.input(0)) : null;
    }

    /** Adds branch by branch what depends on the same condition, if a branch is 0. */
    private static @Nullable Node choices(Node left, Node right) {
        var condition = left.input(0);
        var simpler = isZero(left, 1) || isZero(left, 2) || isZero(right, 1) || isZero(right, 2);
        return simpler && condition == right.input(0)
                ? condition.choose(
                        left.input(1).add(right.input(1)), left.input(2).add(right.input(2)))
                : null;
    }

    /** Adds piece by piece what is put together in the same way, if a piece is 0. */
    private static @Nullable Node pieces(int axis, Node left, Node right) {
        var simpler = isZero(left, 0) || isZero(left, 1) || isZero(right, 0) || isZero(right, 1);
        return simpler && left.input(0).shape().equals(right.input(0).shape())
                ? left.input(0).add(right.input(0)).append(axis, left.input(1).add(right.input(1)))
                : null;
    }

    private static boolean isZero(Node node, int input) {
        return node.input(input).isConstant(0);
    }
}
