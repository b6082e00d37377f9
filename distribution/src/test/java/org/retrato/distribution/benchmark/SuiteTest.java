package org.retrato.distribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.Retrato;

class SuiteTest {

    private final Retrato retrato = Retrato.open(List.of(), 1);
    private final Suite suite = new Suite(retrato, new Smooth("soft", x -> x.tanh()));

    @AfterEach
    void close() {
        retrato.close();
    }

    @Test
    void without_words_every_row_is_chosen_and_groups_are_together() {
        var groups = suite.rows(List.of()).stream().map(Row::group).distinct().toList();
        assertThat(groups).containsExactly(Group.LIMITS, Group.PRODUCTS, Group.FUNCTIONS, Group.STEPS);
        assertThat(suite.rows(List.of())).extracting(Row::name).doesNotHaveDuplicates();
    }

    @Test
    void words_choose_by_parts_of_names_and_by_groups_in_the_order_of_the_table() {
        assertThat(names("soft-8192", "peak-all")).containsExactly("peak-all-threads", "portrait-soft-8192");
        assertThat(names("limits")).containsExactly("peak-one-thread", "peak-all-threads", "copy-all-threads");
        assertThat(names("func")).hasSize(5).allMatch(name -> name.startsWith("function-"));
    }

    @Test
    void an_unknown_word_is_answered_with_what_there_is() {
        assertThatThrownBy(() -> suite.rows(List.of("steps", "clasifier")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'clasifier'; did you mean 'classifier'?")
                .hasMessageContaining("wide-relu-4096")
                .hasMessageContaining("groups limits, products, functions, updates, steps");
    }

    private List<String> names(String... words) {
        return suite.rows(List.of(words)).stream().map(Row::name).toList();
    }
}
