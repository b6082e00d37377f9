package org.retrato.runtime.compile.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;

class TranspositionTest {

    @ParameterizedTest
    @MethodSource("org.retrato.runtime.compile.machine.VectorWidth#available")
    void rows_become_columns_whatever_their_numbers(VectorWidth width) {
        for (int rows : new int[] {1, 3, 16, 17, 33, 70}) {
            for (int columns : new int[] {1, 5, 16, 31, 32, 33, 100}) {
                var matrix = new float[rows * columns];
                for (int index = 0; index < matrix.length; index++) {
                    matrix[index] = index + 1;
                }
                var packed = RandomLayer.empty(rows, columns);
                PanelLayout.pack(new Floats(matrix), packed, rows, columns);
                var transposed = RandomLayer.empty(columns, rows);

                Transposition.of(width).run(packed, rows, columns, transposed);

                var result = new float[matrix.length];
                PanelLayout.unpack(transposed, new Floats(result), columns, rows);
                assertThat(result).isEqualTo(ScalarProducts.transpose(matrix, rows, columns));
            }
        }
    }
}
