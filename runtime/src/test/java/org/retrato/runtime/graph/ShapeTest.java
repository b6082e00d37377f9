package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {

    private static final Shape BATCH_BY_3 = Shape.of(Shape.BATCH, 3);

    @Test
    void prints_the_batch_by_name() {
        assertThat(BATCH_BY_3).hasToString("[batch, 3]");
        assertThat(Shape.SCALAR).hasToString("[]");
    }

    @Test
    void counts_its_elements_for_a_number_of_rows() {
        assertThat(BATCH_BY_3.elements(5)).isEqualTo(15);
        assertThat(Shape.SCALAR.elements(5)).isEqualTo(1);
    }

    @Test
    void refuses_more_elements_than_an_array_can_hold() {
        assertThatThrownBy(() -> Shape.of(1 << 20, 1 << 20).elements(1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void broadcasts_as_numpy_does() {
        assertThat(Shape.broadcast("add", BATCH_BY_3, Shape.of(3))).isEqualTo(BATCH_BY_3);
        assertThat(Shape.broadcast("add", Shape.SCALAR, BATCH_BY_3)).isEqualTo(BATCH_BY_3);
        assertThat(Shape.broadcast("add", Shape.of(Shape.BATCH, 1), Shape.of(2, 1, 3)))
                .isEqualTo(Shape.of(2, Shape.BATCH, 3));
    }

    @Test
    void refuses_shapes_that_do_not_fit() {
        assertThatThrownBy(() -> Shape.broadcast("mul", BATCH_BY_3, Shape.of(4)))
                .hasMessage("mul: the shapes [batch, 3] and [4] do not fit");
        assertThatThrownBy(() -> Shape.broadcast("mul", BATCH_BY_3, Shape.of(7, 3)))
                .hasMessage("mul: the shapes [batch, 3] and [7, 3] do not fit");
    }

    @Test
    void refuses_an_axis_that_is_not_there() {
        assertThat(BATCH_BY_3.axis("sum", -1)).isEqualTo(1);
        assertThatThrownBy(() -> BATCH_BY_3.axis("sum", 2))
                .hasMessage("sum: there is no axis 2 in the shape [batch, 3]");
        assertThatThrownBy(() -> BATCH_BY_3.axis("sum", -3))
                .hasMessage("sum: there is no axis -3 in the shape [batch, 3]");
    }

    @Test
    void refuses_a_size_of_0() {
        assertThatThrownBy(() -> Shape.of(3, 0)).hasMessage("a size must be at least 1, but is 0");
    }
}
