package org.retrato.runtime.graph;

import org.jspecify.annotations.Nullable;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Choose;
import org.retrato.runtime.graph.Operation.Constant;
import org.retrato.runtime.graph.Operation.Unary;

/**
 * Simplifies element-wise operations while they are recorded.
 *
 * <p>Every value is kept, NaN and infinities included: {@code x * 0} and {@code x - x} stay. Three liberties are taken: zeros
 * may change their sign; powers 3, -1 and 1/2 are products, quotients and roots, which are at least as exact (and NaN at minus
 * infinity for 1/2); factors that are powers of two are combined, which is exact unless a number in between is too large or
 * too small.
 */
final class Simplification {

    private Simplification() {}

    static Node unary(Unary function, Node x) {
        if (x.operation() instanceof Constant(var value)) {
            return x.graph().constant(Arithmetic.apply(function, value), x.shape());
        }
        var simpler = switch (function) {
            case NEG -> negation(x);
            case ABS ->
                x.operation() == Unary.ABS
                        ? x
                        : x.operation() == Unary.NEG ? x.input(0).abs() : null;
            default -> null;
        };
        return simpler != null ? simpler : x.graph().intern(function, x.shape(), x);
    }

    static Node binary(Binary function, Node left, Node right) {
        var graph = left.graph();
        if (left.operation() instanceof Constant(var a) && right.operation() instanceof Constant(var b)) {
            return graph.constant(Arithmetic.apply(function, a, b), left.shape());
        }
        var simpler = switch (function) {
            case ADD -> Sums.sum(left, right);
            case SUB -> Sums.difference(left, right);
            case MUL -> Products.product(left, right);
            case DIV -> Products.quotient(left, right);
            case POW -> Products.power(left, right);
            case MAXIMUM, MINIMUM -> left == right ? left : null;
            case LESS_THAN, LESS_OR_EQUAL, EQUAL_TO -> null;
        };
        if (simpler != null) {
            return simpler;
        }
        // the order is the author's, unless the same was written the other way round before
        return graph.commuted(function, left, right).orElseGet(() -> graph.intern(function, left.shape(), left, right));
    }

    static Node choose(Node condition, Node yes, Node no) {
        if (condition.operation() instanceof Constant(var value)) {
            return value != 0 ? yes : no;
        }
        var opposite = opposite(condition);
        if (opposite != null) {
            return choose(opposite, no, yes);
        }
        var first = known(condition, true, yes);
        var second = known(condition, false, no);
        if (first == second) {
            return first;
        }
        if (condition.isCondition() && first.isCondition() && second.isConstant(0) && !first.isConstant(1)) {
            return condition.mul(first);
        }
        if (condition.isCondition() && first.isConstant(1) && second.isCondition() && !second.isConstant(0)) {
            return condition.maximum(second);
        }
        return condition.graph().intern(new Choose(), first.shape(), condition, first, second);
    }

    /** Returns the condition of which this is the negation. */
    static @Nullable Node opposite(Node condition) {
        var negates = condition.operation() == Binary.SUB
                        && condition.input(0).isConstant(1)
                        && condition.input(1).isCondition()
                || condition.operation() == Binary.EQUAL_TO
                        && condition.input(1).isConstant(0)
                        && condition.input(0).isCondition();
        if (!negates) {
            return null;
        }
        return condition.input(condition.operation() == Binary.SUB ? 1 : 0);
    }

    /** Returns what a node is where a condition is known to hold, or not to hold. */
    private static Node known(Node condition, boolean holds, Node node) {
        if (node.operation() instanceof Choose && node.input(0) == condition) {
            return node.input(holds ? 1 : 2);
        }
        if (node == condition && node.isCondition()) {
            return node.graph().constant(holds ? 1 : 0, node.shape());
        }
        return opposite(node) == condition ? node.graph().constant(holds ? 0 : 1, node.shape()) : node;
    }

    private static @Nullable Node negation(Node x) {
        if (x.operation() == Unary.NEG) {
            return x.input(0);
        }
        if (x.operation() == Binary.SUB) {
            return x.input(1).sub(x.input(0));
        }
        if (x.operation() == Binary.MUL) {
            for (var index = 0; index < 2; index++) {
                if (x.input(index).operation() instanceof Constant) {
                    return x.input(1 - index).mul(x.input(index).neg());
                }
            }
        }
        return null;
    }
}
