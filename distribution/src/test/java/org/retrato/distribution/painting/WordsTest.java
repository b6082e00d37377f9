package org.retrato.distribution.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void a_list_is_split_at_commas_outside_parentheses() {
        assertThat(Words.split("sgd, adam(beta1=0.8,beta2=0.9) ,cubist(loss=huber(delta=2),optimizer=sgd)"))
                .containsExactly("sgd", "adam(beta1=0.8,beta2=0.9)", "cubist(loss=huber(delta=2),optimizer=sgd)");
    }

    @Test
    void commas_and_parentheses_in_quotes_belong_to_the_text() {
        assertThat(Words.split("note(text=\"a, (b\"),relu")).containsExactly("note(text=\"a, (b\")", "relu");
    }

    @Test
    void a_broken_notation_stays_in_one_piece_for_the_message() {
        assertThat(Words.split("adam(beta1=0.8,beta2")).containsExactly("adam(beta1=0.8,beta2");
        assertThat(Words.split("relu),tanh")).containsExactly("relu)", "tanh");
    }

    @Test
    void a_blank_list_is_empty_but_a_blank_name_in_a_list_is_refused() {
        assertThat(Words.split(" ")).isEmpty();
        assertThatThrownBy(() -> Words.split("relu,,tanh"))
                .hasMessage(
                        "a name is missing in 'relu,,tanh'; write names with a comma between two, as cubist,realist");
        assertThatThrownBy(() -> Words.split(",")).isInstanceOf(InputException.class);
    }

    @Test
    void a_parameter_is_added_or_replaced() {
        assertThat(Words.with("sgd", "learningRate", "0.5")).isEqualTo("sgd(learningRate=0.5)");
        assertThat(Words.with("adam(learningRate=1,beta1=0.8)", "learningRate", "0.5"))
                .isEqualTo("adam(beta1=0.8,learningRate=0.5)");
        assertThat(Words.with("realist(optimizer=adam(learningRate=1))", "learningRate", "2"))
                .isEqualTo("realist(optimizer=adam(learningRate=1),learningRate=2)");
    }
}
