package org.retrato.runtime.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Constant;
import org.retrato.runtime.graph.Operation.Unary;

/**
 * Recognizes what has a shorter name than its operations: {@code softmax(x)}, {@code mean(x)}, {@code x²}.
 *
 * <p>A guess is confirmed by recording it: in one graph, what is the same is the same node.
 */
final class Idiom {

    private Idiom() {}

    static Optional<Reading> of(Node node) {
        return Stream.of(
                        power(node),
                        whole(node),
                        mean(node),
                        softmax(node),
                        logarithm(node),
                        exponential(node),
                        negatedCondition(node))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Reading> power(Node node) {
        if (node.operation() != Binary.MUL) {
            return Optional.empty();
        }
        var base = node.input(1);
        var exponent = base == node.input(0) ? 2 : base.mul(base) == node.input(0) ? 3 : 0;
        return exponent == 0
                ? Optional.empty()
                : Optional.of(new Reading(
                        List.of(Reading.core(base)),
                        (in, written) -> in.power(written.getFirst(), in.number(exponent))));
    }

    /** Recognizes the sum or the maximum of all elements. */
    private static Optional<Reading> whole(Node node) {
        return switch (node.operation()) {
            case Operation.Sum _ when node.rank() == 0 -> Optional.of(called("sum", reduced(node)));
            case Operation.Max _ when node.rank() == 0 -> Optional.of(called("max", reduced(node)));
            default -> Optional.empty();
        };
    }

    private static Optional<Reading> mean(Node node) {
        if (node.operation() != Binary.DIV && node.operation() != Binary.MUL) {
            return Optional.empty();
        }
        var total = Reading.core(node.input(0));
        if (!(total.operation() instanceof Operation.Sum(var axis))) {
            return Optional.empty();
        }
        var all = reduced(total);
        if (all.mean() == node) {
            return Optional.of(called("mean", all));
        }
        return total.input(0).mean(axis) == node
                ? Optional.of(called("mean", String.valueOf(axis), total.input(0)))
                : Optional.empty();
    }

    /** Recognizes exponentials divided by their sum, also where something else was divided first. */
    private static Optional<Reading> softmax(Node node) {
        if (node.operation() == Binary.DIV) {
            return softmax(node.input(0), node.constant(1), Reading.core(node.input(1)));
        }
        if (node.operation() != Binary.MUL) {
            return Optional.empty();
        }
        return Stream.of(0, 1)
                .filter(index -> Reading.core(node.input(index)).operation() == Binary.DIV)
                .flatMap(index -> {
                    var share = Reading.core(node.input(index));
                    return softmax(node.input(1 - index), share.input(0), Reading.core(share.input(1))).stream();
                })
                .findFirst();
    }

    private static Optional<Reading> softmax(Node exponentials, Node factor, Node total) {
        if (!(total.operation() instanceof Operation.Sum(var axis))
                || total.input(0) != exponentials
                || exponentials.operation() != Unary.EXP
                || exponentials.input(0).operation() != Binary.SUB
                || !isSameAlong(axis, exponentials.input(0).input(1))) {
            return Optional.empty();
        }
        var softmax = called("softmax", exponentials.input(0).input(0));
        return Optional.of(
                factor.isConstant(1)
                        ? softmax
                        : new Reading(
                                List.of(softmax.parts().getFirst(), Reading.core(factor)),
                                (in, written) -> in.product(
                                        softmax.writer().write(in, written.subList(0, 1)), written.getLast())));
    }

    private static boolean isSameAlong(int axis, Node node) {
        if (!(node.operation() instanceof Operation.Broadcast)) {
            return false;
        }
        var smaller = node.input(0).shape();
        var counted = axis - node.rank() + smaller.rank();
        return counted < 0 || smaller.size(counted) == 1;
    }

    private static Optional<Reading> logarithm(Node node) {
        if (node.operation() != Binary.ADD && node.operation() != Binary.SUB) {
            return Optional.empty();
        }
        var logarithm = Reading.core(node.input(node.operation() == Binary.ADD ? 0 : 1));
        if (logarithm.operation() != Unary.LOG) {
            return Optional.empty();
        }
        var total = Reading.core(logarithm.input(0));
        if (!(total.operation() instanceof Operation.Sum(var axis))
                || total.input(0).operation() != Unary.EXP
                || total.input(0).input(0).operation() != Binary.SUB) {
            return Optional.empty();
        }
        var x = total.input(0).input(0).input(0);
        if (x.logSoftmax(axis) == node) {
            return Optional.of(called("logSoftmax", x));
        }
        return x.logSumExp(axis) == node ? Optional.of(called("logSumExp", x)) : Optional.empty();
    }

    /** Recognizes the derivative of {@code expm1}. */
    private static Optional<Reading> exponential(Node node) {
        return node.operation() == Binary.ADD
                        && node.input(0).operation() == Unary.EXPM1
                        && node.input(1).isConstant(1)
                ? Optional.of(new Reading(
                        List.of(Reading.core(node.input(0).input(0))),
                        (in, written) -> in.exponential(written.getFirst())))
                : Optional.empty();
    }

    private static Optional<Reading> negatedCondition(Node node) {
        var opposite = node.operation() instanceof Constant ? null : Simplification.opposite(node);
        return opposite == null
                ? Optional.empty()
                : Optional.of(new Reading(
                        List.of(Reading.core(opposite)),
                        (in, written) -> Written.of(
                                in.sign(Notation.Sign.NOT)
                                        + in.between("(", written.getFirst(), ")")
                                                .text(),
                                Written.Level.COMPARISON)));
    }

    /** Returns of what all elements are reduced, given the result of one or several reductions of the same kind. */
    private static Node reduced(Node node) {
        var inner = node;
        while (inner.operation().getClass() == node.operation().getClass()) {
            inner = inner.input(0);
        }
        return inner;
    }

    private static Reading called(String name, Node x) {
        return called(name, "", x);
    }

    private static Reading called(String name, String subscript, Node x) {
        return new Reading(List.of(Reading.core(x)), (in, written) -> in.call(name, subscript, written));
    }
}
