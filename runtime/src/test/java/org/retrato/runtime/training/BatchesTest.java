package org.retrato.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.data.Samples;

class BatchesTest {

    private static final Samples SAMPLES = numbered(10);

    @Test
    void a_batch_of_size_0_is_all_rows_in_order() {
        var batches = new Batches(SAMPLES, new Settings(1, 0, 1));

        assertThat(batches.rows()).isEqualTo(10);
        assertThat(inputs(batches, 3, 0, 10)).containsExactly(SAMPLES.inputs());
        assertThat(inputs(batches, 3, 4, 2)).containsExactly(8, 9, 10, 11);
    }

    @Test
    void a_drawn_row_keeps_its_target() {
        var batches = new Batches(SAMPLES, new Settings(1, 25, 1));
        var inputs = inputs(batches, 0, 0, 25);
        var targets = new Floats(new float[25]);
        batches.targets(0, 0, 25, targets);

        assertThat(batches.rows()).isEqualTo(25);
        for (var row = 0; row < 25; row++) {
            assertThat(inputs[2 * row]).isEqualTo(2 * targets.array()[row]);
            assertThat(inputs[2 * row + 1]).isEqualTo(2 * targets.array()[row] + 1);
        }
    }

    @Test
    void rows_do_not_depend_on_the_tile_in_which_they_are_asked_for() {
        var batches = new Batches(SAMPLES, new Settings(1, 25, 1));

        assertThat(Arrays.copyOfRange(inputs(batches, 7, 0, 25), 20, 30)).containsExactly(inputs(batches, 7, 10, 5));
    }

    @Test
    void steps_and_seeds_draw_other_rows_and_all_rows_are_drawn_in_the_end() {
        var batches = new Batches(SAMPLES, new Settings(1, 8, 1));
        var others = new Batches(SAMPLES, new Settings(1, 8, 2));
        var drawn = new HashSet<Float>();
        IntStream.range(0, 20).forEach(step -> {
            for (var input : inputs(batches, step, 0, 8)) {
                drawn.add(input);
            }
        });

        assertThat(inputs(batches, 0, 0, 8)).isNotEqualTo(inputs(batches, 1, 0, 8));
        assertThat(inputs(batches, 0, 0, 8)).isNotEqualTo(inputs(others, 0, 0, 8));
        assertThat(drawn).hasSize(20);
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(0, 0, 1))
                .withMessage("steps = 0 is out of range; it must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(1, -1, 1))
                .withMessage("batch = -1 is out of range; it must be >= 0");
    }

    @Test
    void samples_that_are_no_rows_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Samples(0, new float[0], new float[0]))
                .withMessage("there are no samples to learn from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Samples(2, new float[3], new float[2]))
                .withMessage("2 rows do not divide 3 inputs and 2 targets evenly");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.of(new float[2][1], new float[3][1]))
                .withMessage("there are 2 rows of inputs, but 3 of targets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.of(new float[][] {{1, 2}, {3}}, new float[2][1]))
                .withMessage("row 1 of the inputs has 1 numbers, the first 2");
    }

    private static float[] inputs(Batches batches, int step, int first, int rows) {
        var inputs = new Floats(new float[2 * rows]);
        batches.inputs(step, first, rows, inputs);
        return inputs.array();
    }

    private static Samples numbered(int rows) {
        var inputs = new float[2 * rows];
        var targets = new float[rows];
        for (var row = 0; row < rows; row++) {
            inputs[2 * row] = 2 * row;
            inputs[2 * row + 1] = 2 * row + 1;
            targets[row] = row;
        }
        return new Samples(rows, inputs, targets);
    }
}
