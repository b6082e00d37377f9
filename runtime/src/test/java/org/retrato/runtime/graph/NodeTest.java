package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.retrato.api.Tensor.concat;
import static org.retrato.api.Tensor.where;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Tensor;

class NodeTest {

    private static final Graph GRAPH = new Graph();
    private static final Node ROWS = GRAPH.input("rows", Shape.of(Shape.BATCH, 3));
    private static final Node MATRIX = GRAPH.input("matrix", Shape.of(3, 4));
    private static final Node VECTOR = GRAPH.input("vector", Shape.of(4));
    private static final Node FOREIGN = new Graph().input("foreign", Shape.of(4));

    private static Arguments refusal(ThrowingCallable call, String message) {
        return Arguments.of(message, call);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(() -> ROWS.add(VECTOR), "add: the shapes [batch, 3] and [4] do not fit"),
                refusal(() -> ROWS.lessThan(VECTOR), "lessThan: the shapes [batch, 3] and [4] do not fit"),
                refusal(() -> where(ROWS.lessThan(0), VECTOR, 1), "where: the shapes [batch, 3] and [4] do not fit"),
                refusal(() -> ROWS.sum(2), "sum: there is no axis 2 in the shape [batch, 3]"),
                refusal(() -> ROWS.mean(-3), "mean: there is no axis -3 in the shape [batch, 3]"),
                refusal(() -> ROWS.max(5), "max: there is no axis 5 in the shape [batch, 3]"),
                refusal(
                        () -> ROWS.size(0),
                        "size: axis 0 of [batch, 3] is the batch, whose size is not known while a formula is recorded;"
                                + " mean(0) divides by it"),
                refusal(() -> ROWS.size(2), "size: there is no axis 2 in the shape [batch, 3]"),
                refusal(
                        () -> ROWS.matmul(VECTOR),
                        "matmul: the shapes [batch, 3] and [4] do not fit; it takes [rows, inner] and [inner, columns]"),
                refusal(
                        () -> MATRIX.matmul(MATRIX),
                        "matmul: the shapes [3, 4] and [3, 4] do not fit; it takes [rows, inner] and [inner, columns]"),
                refusal(VECTOR::transpose, "transpose: the shape [4] is not that of a matrix"),
                refusal(() -> MATRIX.slice(1, 2, 5), "slice: 2 to 5 is not a range along axis 1 of the shape [3, 4]"),
                refusal(() -> MATRIX.slice(1, 2, 2), "slice: 2 to 2 is not a range along axis 1 of the shape [3, 4]"),
                refusal(
                        () -> ROWS.slice(0, 0, 1),
                        "slice: axis 0 of [batch, 3] is the batch; its rows cannot be taken apart"),
                refusal(
                        () -> concat(0, ROWS, ROWS),
                        "concat: axis 0 of [batch, 3] is the batch; its rows cannot be taken apart"),
                refusal(
                        () -> concat(1, MATRIX, ROWS),
                        "concat: the shapes [3, 4] and [batch, 3] differ elsewhere than along axis 1"),
                refusal(
                        () -> MATRIX.reshape(5, -1),
                        "reshape: [3, 4] cannot become [5, -1]; the number of elements differs"),
                refusal(
                        () -> MATRIX.reshape(-1, -1),
                        "reshape: [3, 4] cannot become [-1, -1]; a size must be at least 1, and only one can be computed"),
                refusal(
                        () -> ROWS.reshape(3, -1),
                        "reshape: [batch, 3] cannot become [3, -1]; the batch must stay the first axis: give -1 first"),
                refusal(() -> ROWS.unsqueeze(3), "unsqueeze: axis 3 does not fit the shape [batch, 3]"),
                refusal(() -> ROWS.squeeze(1), "squeeze: the size along axis 1 of [batch, 3] is not 1"),
                refusal(() -> ROWS.broadcast(Shape.of(3)), "broadcast: the shape [batch, 3] does not fit into [3]"),
                refusal(
                        () -> VECTOR.mul(FOREIGN),
                        "mul: the input 'foreign' [4] is a tensor of another formula; keep no tensors in fields"),
                refusal(
                        () -> GRAPH.constant(0, Shape.SCALAR).add(FOREIGN),
                        "add: the input 'foreign' [4] is a tensor of another formula; keep no tensors in fields"),
                refusal(
                        () -> where(VECTOR, FOREIGN, 1),
                        "where: the input 'foreign' [4] is a tensor of another formula; keep no tensors in fields"),
                refusal(
                        () -> GRAPH.input("rows", Shape.of(5)),
                        "the input 'rows' has the shape [batch, 3] and is asked for with [5]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void what_does_not_fit_is_refused_with_operation_and_shapes(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(ROWS.add(1), Shape.of(Shape.BATCH, 3)),
                Arguments.of(ROWS.matmul(MATRIX), Shape.of(Shape.BATCH, 4)),
                Arguments.of(ROWS.transpose(), Shape.of(3, Shape.BATCH)),
                Arguments.of(ROWS.sum(-1), Shape.of(Shape.BATCH)),
                Arguments.of(ROWS.mean(0), Shape.of(3)),
                Arguments.of(ROWS.max(), Shape.SCALAR),
                Arguments.of(ROWS.slice(-1, 1, 3), Shape.of(Shape.BATCH, 2)),
                Arguments.of(concat(-1, ROWS, ROWS, ROWS), Shape.of(Shape.BATCH, 9)),
                Arguments.of(ROWS.reshape(-1, 1, -1), Shape.of(Shape.BATCH, 1, 3)),
                Arguments.of(MATRIX.reshape(2, -1), Shape.of(2, 6)),
                Arguments.of(VECTOR.unsqueeze(-1), Shape.of(4, 1)),
                Arguments.of(VECTOR.unsqueeze(0).squeeze(0), Shape.of(4)),
                Arguments.of(where(ROWS.lessThan(0), 1, 2), Shape.of(Shape.BATCH, 3)),
                Arguments.of(ROWS.softmax(-1), Shape.of(Shape.BATCH, 3)),
                Arguments.of(ROWS.logSumExp(-1), Shape.of(Shape.BATCH)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void every_operation_knows_its_shape(Tensor tensor, Shape shape) {
        assertThat(((Node) tensor).shape()).isEqualTo(shape);
        assertThat(tensor.rank()).isEqualTo(shape.rank());
    }

    @Test
    void equal_subexpressions_are_one_node() {
        assertThat(ROWS.exp().add(1)).isSameAs(ROWS.exp().add(1));
        assertThat(ROWS.mul(ROWS.exp())).isSameAs(ROWS.exp().mul(ROWS));
        assertThat(GRAPH.input("rows", ROWS.shape())).isSameAs(ROWS);
        assertThat(ROWS.maximum(VECTOR.sum())).isNotSameAs(VECTOR.sum().maximum(ROWS));
    }

    @Test
    void a_name_is_kept_and_changes_nothing() {
        var exponential = ROWS.sub(7).exp();

        assertThat(exponential.named("growth")).isSameAs(exponential);
        assertThat(GRAPH.name((Node) exponential)).hasValue("growth");
        assertThat(GRAPH.name(ROWS)).isEmpty();
    }

    @Test
    void a_formula_that_a_loop_unrolls_without_end_is_stopped() {
        var x = new Graph().input("x", Shape.SCALAR);

        assertThatThrownBy(() -> {
                    Tensor sum = x;
                    for (var round = 0; round < Graph.LIMIT; round++) {
                        sum = sum.sin();
                    }
                })
                .hasMessage("the formula has more than 20000 operations;"
                        + " a loop over elements can often be one operation on a whole tensor");
    }

    @Test
    void nodes_are_ordered_after_their_inputs_and_cut_where_given() {
        var exponential = VECTOR.exp();
        var sum = exponential.sum(0);

        assertThat(Graph.ordered(List.of(sum))).containsExactly(VECTOR, exponential, sum);
        assertThat(Graph.ordered(List.of(sum), Set.of(exponential))).containsExactly(exponential, sum);
    }
}
