package org.retrato.runtime.graph;

import org.jspecify.annotations.Nullable;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Constant;
import org.retrato.runtime.graph.Operation.Unary;

/** Simplifies products, quotients and powers; null where nothing is simpler. */
final class Products {

    private Products() {}

    static @Nullable Node product(Node left, Node right) {
        if (left.operation() instanceof Constant(var factor)) {
            return scaled(factor, right);
        }
        if (right.operation() instanceof Constant(var factor)) {
            return scaled(factor, left);
        }
        if (left.operation() == Unary.NEG) {
            return left.input(0).mul(right).neg();
        }
        return right.operation() == Unary.NEG ? left.mul(right.input(0)).neg() : null;
    }

    static @Nullable Node quotient(Node left, Node right) {
        if (right.operation() instanceof Constant(var divisor) && isPowerOfTwo(divisor)) {
            return left.mul(left.constant(1 / divisor));
        }
        if (left.operation() == Unary.NEG) {
            return left.input(0).div(right).neg();
        }
        return right.operation() == Unary.NEG ? left.div(right.input(0)).neg() : null;
    }

    static @Nullable Node power(Node base, Node exponent) {
        if (!(exponent.operation() instanceof Constant(var value))) {
            return null;
        }
        if (value == 0) {
            return base.graph().constant(1, base.shape());
        }
        if (value == 1) {
            return base;
        }
        if (value == 2) {
            return base.mul(base);
        }
        if (value == 3) {
            return base.mul(base).mul(base);
        }
        if (value == -1) {
            return base.constant(1).div(base);
        }
        return value == 0.5 ? base.sqrt() : null;
    }

    private static @Nullable Node scaled(double factor, Node x) {
        if (factor == 1) {
            return x;
        }
        if (factor == -1) {
            return x.neg();
        }
        if (factor == 0 && x.isCondition()) {
            return x.graph().constant(0, x.shape());
        }
        if (x.operation() == Unary.NEG) {
            return x.input(0).mul(x.constant(-factor));
        }
        if (x.operation() == Binary.MUL && isPowerOfTwo(factor)) {
            for (var known = 0; known < 2; known++) {
                if (x.input(known).operation() instanceof Constant(var inner) && isPowerOfTwo(inner)) {
                    return x.input(1 - known).mul(x.constant(inner * factor));
                }
            }
        }
        return null;
    }

    private static boolean isPowerOfTwo(double value) {
        return Math.abs(value) == Math.scalb(1, Math.getExponent(value)) && Math.abs(Math.getExponent(value)) < 128;
    }
}
