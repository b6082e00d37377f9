package org.retrato.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retrato.runtime.data.Examples.Categories;
import org.retrato.runtime.data.Examples.Numbers;

class ExamplesTest {

    @Test
    void a_network_learns_a_number_as_one_output() {
        var examples = new Examples(List.of("x"), new float[] {1, 2, 3}, new Numbers(new float[] {4, 5, 6}));
        assertThat(examples.samples().inputWidth()).isEqualTo(1);
        assertThat(examples.samples().targets()).containsExactly(4, 5, 6);
    }

    @Test
    void a_network_learns_a_category_as_a_row_of_zeros_and_a_one() {
        var answers = new Categories(List.of("cat", "dog", "fox"), new int[] {2, 0});
        var samples = new Examples(List.of("x", "y"), new float[] {1, 2, 3, 4}, answers).samples();
        assertThat(samples.targetWidth()).isEqualTo(3);
        assertThat(samples.targets()).containsExactly(0, 0, 1, 1, 0, 0);
    }
}
