package org.retrato.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GoldenValuesTest {

    private final GoldenValues golden =
            GoldenValues.read(new ByteArrayInputStream("""
            tanh value 0.0 0.76
            tanh gradient 1.0
            relu value 0.0
            """.getBytes(StandardCharsets.UTF_8)));

    @Test
    void numbers_are_found_by_case_and_quantity_in_the_order_of_the_lines() {
        assertThat(golden.get("tanh", "value")).containsExactly(0, 0.76);
        assertThat(golden.cases().keySet()).containsExactly("tanh", "relu");
        assertThat(golden.cases("gradient")).containsExactly("tanh");
    }

    @Test
    void what_is_missing_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> golden.get("relu", "gradient"))
                .withMessage("there is no 'gradient' of 'relu'; let the script write it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> golden.get("elu", "value"))
                .withMessageContaining("'elu'");
    }
}
