package org.retrato.runtime.compile.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.retrato.runtime.compile.machine.Floats;

class PanelLayoutTest {
    @Test
    void every_element_has_a_place_of_its_own_and_the_rest_is_zero() {
        for (int rows : new int[] {1, 3, 4, 30}) {
            for (int columns : new int[] {1, 15, 16, 17, 64, 65, 100, 129}) {
                var layout = new PanelLayout(rows, columns);
                var matrix = new float[rows * columns];
                for (int index = 0; index < matrix.length; index++) {
                    matrix[index] = index + 1;
                }
                var packed = new Floats(new float[layout.length()]);
                Arrays.fill(packed.array(), Float.NaN);
                layout.pack(matrix, packed);

                assertThat(layout.length() % 512).isZero();
                assertThat(layout.unpack(packed)).isEqualTo(matrix);
                var places = new HashSet<Integer>();
                for (int row = 0; row < rows; row++) {
                    for (int column = 0; column < columns; column++) {
                        places.add(layout.index(row, column));
                    }
                }
                assertThat(places).hasSize(rows * columns);
                for (int place = 0; place < layout.length(); place++) {
                    if (!places.contains(place)) {
                        assertThat(packed.array()[place]).isZero();
                    }
                }
            }
        }
    }

    @Test
    void a_matrix_without_elements_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PanelLayout(0, 3))
                .withMessage("a matrix of 0 × 3 has no elements; give it at least 1 row and 1 column");
    }

    @Test
    void a_matrix_of_another_size_is_refused() {
        var layout = new PanelLayout(2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layout.pack(new float[5], new Floats(new float[layout.length()])))
                .withMessage("5 floats are not a matrix of 2 × 3; give it 6");
    }
}
