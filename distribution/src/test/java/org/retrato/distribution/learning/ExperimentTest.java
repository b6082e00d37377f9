package org.retrato.distribution.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retrato.runtime.data.Examples;

class ExperimentTest {

    private static final Examples NUMBERS = new Examples(
            List.of("a", "b"),
            new float[] {1, 7, 2, 7, 3, 7, 4, 7, 5, 7, 6, 7, 7, 7, 8, 7, 9, 7, 10, 7},
            new Examples.Numbers(new float[] {10, 20, 30, 40, 50, 60, 70, 80, 90, 100}));

    @Test
    void rows_are_learned_or_held_back_and_at_least_one_is_in_each_part() {
        var experiment = Experiment.of(NUMBERS, 0.3, 42);
        assertThat(experiment.testedRows()).isEqualTo(3);
        assertThat(experiment.learnedRows()).isEqualTo(7);
        assertThat(Experiment.of(NUMBERS, 0.001, 42).testedRows()).isEqualTo(1);
        assertThat(Experiment.of(NUMBERS, 0.999, 42).learnedRows()).isEqualTo(1);
    }

    @Test
    void what_is_learned_has_mean_0_and_deviation_1_and_a_constant_column_is_0() {
        var samples = Experiment.of(NUMBERS, 0.3, 42).training();
        var sum = 0.0;
        var squares = 0.0;
        for (var row = 0; row < samples.count(); row++) {
            sum += samples.inputs()[2 * row];
            squares += Math.pow(samples.inputs()[2 * row], 2);
            assertThat(samples.inputs()[2 * row + 1]).isZero();
            assertThat(samples.targets()[row]).isEqualTo(samples.inputs()[2 * row]);
        }
        assertThat(sum).isCloseTo(0, within(1e-5));
        assertThat(squares / samples.count()).isCloseTo(1, within(1e-5));
    }

    @Test
    void the_same_seed_holds_back_the_same_rows() {
        assertThat(Experiment.of(NUMBERS, 0.3, 1).training().targets())
                .isEqualTo(Experiment.of(NUMBERS, 0.3, 1).training().targets())
                .isNotEqualTo(Experiment.of(NUMBERS, 0.3, 2).training().targets());
    }

    @Test
    void categories_become_rows_of_zeros_and_a_single_one() {
        var examples = new Examples(
                List.of("a"), new float[] {1, 2, 3}, new Examples.Categories(List.of("x", "y", "z"), new int[] {0, 1, 2
                }));
        var experiment = Experiment.of(examples, 0.01, 42);
        assertThat(experiment.outputs()).isEqualTo(3);
        assertThat(experiment.training().targets()).hasSize(6).containsOnly(0, 1);
    }
}
