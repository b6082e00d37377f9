package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.api.Tensor.where;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Tensor;

class SimplificationTest {

    private static final Graph GRAPH = new Graph();
    private static final Node X = GRAPH.input("x", Shape.of(2, 4));
    private static final Node Y = GRAPH.input("y", Shape.of(2, 4));
    private static final Node IS_LESS = X.lessThan(Y);

    private static Arguments equal(String name, Tensor written, Tensor recorded) {
        return Arguments.of(name, written, recorded);
    }

    static Stream<Arguments> simplifications() {
        return Stream.of(
                equal("-(-x)", X.neg().neg(), X),
                equal("-(x - y)", X.sub(Y).neg(), Y.sub(X)),
                equal("-(3x)", X.mul(3).neg(), X.mul(-3)),
                equal("x + -y", X.add(Y.neg()), X.sub(Y)),
                equal("-x + y", X.neg().add(Y), Y.sub(X)),
                equal("x - -y", X.sub(Y.neg()), X.add(Y)),
                equal("x + 0", X.add(0), X),
                equal("0 - x", X.rsub(0), X.neg()),
                equal("x + x", X.add(X), X.mul(2)),
                equal("x * 1", X.mul(1), X),
                equal("x * -1", X.mul(-1), X.neg()),
                equal("-x * -y", X.neg().mul(Y.neg()), X.mul(Y)),
                equal("-x / y", X.neg().div(Y), X.div(Y).neg()),
                equal("x / 4", X.div(4), X.mul(0.25)),
                equal("(x * 0.5) * 2", X.mul(0.5).mul(2), X),
                equal("x^0", X.pow(0), GRAPH.constant(1, X.shape())),
                equal("x^1", X.pow(1), X),
                equal("x^2", X.pow(2), X.mul(X)),
                equal("x^3", X.pow(3), X.mul(X).mul(X)),
                equal("x^-1", X.pow(-1), X.reciprocal()),
                equal("x^0.5", X.pow(0.5), X.sqrt()),
                equal("||x||", X.abs().abs(), X.abs()),
                equal("|-x|", X.neg().abs(), X.abs()),
                equal("max(x, x)", X.maximum(X), X),
                equal("detached twice", X.detach().detach(), X.detach()),
                equal("equal branches", where(IS_LESS, X, X), X),
                equal("known condition", where(GRAPH.constant(1, Shape.SCALAR), X, Y), X),
                equal(
                        "same condition inside",
                        where(IS_LESS, where(IS_LESS, X, Y), where(IS_LESS, X, Y)),
                        where(IS_LESS, X, Y)),
                equal("negated condition", where(IS_LESS.not(), X, Y), where(IS_LESS, Y, X)),
                equal("condition compared with 0", where(IS_LESS.equalTo(0), X, Y), where(IS_LESS, Y, X)),
                equal("sum of opposite choices", where(IS_LESS, X, 0).add(where(IS_LESS, 0, Y)), where(IS_LESS, X, Y)),
                equal(
                        "sum of equal choices",
                        where(IS_LESS, X, 0).add(where(IS_LESS, Y, 0)),
                        where(IS_LESS, X.add(Y), 0)),
                equal("transposed twice", X.transpose().transpose(), X),
                equal("reshaped twice", X.reshape(8).reshape(4, 2).reshape(2, 4), X),
                equal(
                        "repeated twice",
                        X.broadcast(Shape.of(3, 2, 4)).broadcast(Shape.of(5, 3, 2, 4)),
                        X.broadcast(Shape.of(5, 3, 2, 4))),
                equal("sum of one", X.unsqueeze(0).sum(0), X),
                equal("slice of the whole", X.slice(1, 0, 4), X),
                equal("slice of a slice", X.slice(1, 1, 4).slice(1, 1, 2), X.slice(1, 2, 3)),
                equal("slice of the first", X.append(1, Y).slice(1, 1, 4), X.slice(1, 1, 4)),
                equal("slice of the second", X.append(1, Y).slice(1, 4, 8), Y),
                equal("slices put together", X.slice(1, 0, 2).append(1, X.slice(1, 2, 4)), X),
                equal("padded pieces added", padded(X, 0, 4).add(padded(Y, 4, 0)), X.append(1, Y)));
    }

    private static Tensor padded(Node x, int before, int after) {
        return before > 0
                ? GRAPH.constant(0, x.shape().resized(1, before)).append(1, x)
                : x.append(1, GRAPH.constant(0, x.shape().resized(1, after)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("simplifications")
    void what_is_written_is_recorded_shorter(String name, Tensor written, Tensor recorded) {
        assertThat(written).isSameAs(recorded);
    }

    static Stream<Arguments> kept() {
        return Stream.of(
                equal("x * 0", X.mul(0), GRAPH.constant(0, X.shape())),
                equal("x - x", X.sub(X), GRAPH.constant(0, X.shape())),
                equal("x / x", X.div(X), GRAPH.constant(1, X.shape())),
                equal("(x * 3) / 3", X.mul(3).div(3), X),
                equal("(x + y) - y", X.add(Y).sub(Y), X),
                equal("(x * 0.1) * 10", X.mul(0.1).mul(10), X),
                equal("a number as condition", where(X.equalTo(0), Y, 1), where(X, 1, Y)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void what_could_change_a_value_is_kept(String name, Tensor written, Tensor shorter) {
        assertThat(written).isNotSameAs(shorter);
    }

    @Test
    void constants_are_computed_while_recording() {
        var two = GRAPH.constant(2, Shape.SCALAR);

        assertThat(two.exp().add(1).lessThan(8)).isSameAs(GRAPH.constant(0, Shape.SCALAR));
        assertThat(two.pow(10).unsqueeze(0).max(0)).isSameAs(GRAPH.constant(1024, Shape.SCALAR));
    }

    @Test
    void conditions_are_known_as_such() {
        assertThat(List.of(
                        IS_LESS,
                        (Node) IS_LESS.and(X.equalTo(Y)),
                        (Node) IS_LESS.or(X.equalTo(Y)),
                        (Node) IS_LESS.not(),
                        (Node) where(IS_LESS, X.equalTo(0), 1),
                        IS_LESS.transpose()))
                .allMatch(Node::isCondition);
        assertThat(List.of(X, (Node) X.mul(IS_LESS), IS_LESS.add(IS_LESS), IS_LESS.sum(0), X.exp()))
                .noneMatch(Node::isCondition);
    }
}
