package org.retrato.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TextsTest {

    private final Entry huber = Samples.catalog().entry(Kind.LOSS, "huber");

    @Test
    void texts_come_from_the_bundle_beside_the_class() {
        var texts = huber.texts(Locale.ENGLISH);

        assertThat(texts.description()).contains("Squared near the target, linear far from it.");
        assertThat(texts.use()).contains("Regression with outliers.");
        assertThat(texts.source()).contains("Huber, 1964");
        assertThat(texts.artist()).contains("Balanced.");
        assertThat(texts.parameters()).isEqualTo(Map.of("delta", "where the parabola becomes a line"));
    }

    @Test
    void what_a_language_lacks_is_taken_from_the_more_general_one() {
        var texts = huber.texts(Locale.of("es", "AR"));

        assertThat(texts.description()).contains("Cuadrática cerca, lineal lejos, che.");
        assertThat(texts.parameters()).containsEntry("delta", "dónde la parábola se vuelve una línea");
        assertThat(texts.use()).contains("Regression with outliers.");
    }

    @Test
    void the_language_of_the_machine_does_not_matter() {
        var machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("es"));

            assertThat(huber.texts(Locale.FRENCH).description())
                    .contains("Squared near the target, linear far from it.");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void a_component_without_texts_has_none() {
        var texts = Samples.catalog().entry(Kind.OPTIMIZER, "adam").texts(Locale.ENGLISH);

        assertThat(texts.description()).isEmpty();
        assertThat(texts.parameters()).isEmpty();
    }
}
