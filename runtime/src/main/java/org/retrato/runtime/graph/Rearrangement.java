package org.retrato.runtime.graph;

import org.retrato.runtime.graph.Operation.Append;
import org.retrato.runtime.graph.Operation.Broadcast;
import org.retrato.runtime.graph.Operation.Constant;
import org.retrato.runtime.graph.Operation.Reshape;
import org.retrato.runtime.graph.Operation.Slice;
import org.retrato.runtime.graph.Operation.Transpose;

/** Simplifies operations that move elements or combine them along an axis while they are recorded; keeps every value. */
final class Rearrangement {

    private Rearrangement() {}

    static Node broadcast(Node x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        return switch (x.operation()) {
            case Constant(var value) -> x.graph().constant(value, shape);
            case Broadcast() -> broadcast(x.input(0), shape);
            default -> x.graph().intern(new Broadcast(), shape, x);
        };
    }

    static Node reshape(Node x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        return switch (x.operation()) {
            case Constant(var value) -> x.graph().constant(value, shape);
            case Reshape() -> reshape(x.input(0), shape);
            default -> x.graph().intern(new Reshape(), shape, x);
        };
    }

    static Node transpose(Node x) {
        var shape = Shape.of(x.shape().size(1), x.shape().size(0));
        return switch (x.operation()) {
            case Constant(var value) -> x.graph().constant(value, shape);
            case Transpose() -> x.input(0);
            default -> x.graph().intern(new Transpose(), shape, x);
        };
    }

    static Node sum(Node x, int axis) {
        var shape = x.shape().without(axis);
        if (x.shape().size(axis) == 1) {
            return reshape(x, shape);
        }
        if (x.isConstant(0)) {
            return x.graph().constant(0, shape);
        }
        return x.isConstant(1) ? x.length(axis).broadcast(shape) : x.graph().intern(new Operation.Sum(axis), shape, x);
    }

    static Node max(Node x, int axis) {
        var shape = x.shape().without(axis);
        if (x.shape().size(axis) == 1) {
            return reshape(x, shape);
        }
        return x.operation() instanceof Constant(var value)
                ? x.graph().constant(value, shape)
                : x.graph().intern(new Operation.Max(axis), shape, x);
    }

    static Node slice(Node x, int axis, int from, int to) {
        if (to - from == x.shape().size(axis)) {
            return x;
        }
        var shape = x.shape().resized(axis, to - from);
        switch (x.operation()) {
            case Constant(var value) -> {
                return x.graph().constant(value, shape);
            }
            case Slice(var inner, var start, var _)
            when inner == axis -> {
                return slice(x.input(0), axis, start + from, start + to);
            }
            case Append(var inner)
            when inner == axis -> {
                var first = x.input(0).shape().size(axis);
                if (to <= first) {
                    return slice(x.input(0), axis, from, to);
                }
                if (from >= first) {
                    return slice(x.input(1), axis, from - first, to - first);
                }
            }
            default -> {}
        }
        return x.graph().intern(new Slice(axis, from, to), shape, x);
    }

    static Node append(int axis, Node first, Node second) {
        var shape = first.shape()
                .resized(axis, first.shape().size(axis) + second.shape().size(axis));
        if (first.operation() instanceof Constant(var value) && second.isConstant(value)) {
            return first.graph().constant(value, shape);
        }
        if (first.operation() instanceof Slice(var one, var from, var middle)
                && second.operation() instanceof Slice(var two, var start, var to)
                && one == axis
                && two == axis
                && middle == start
                && first.input(0) == second.input(0)) {
            return slice(first.input(0), axis, from, to);
        }
        return first.graph().intern(new Append(axis), shape, first, second);
    }
}
