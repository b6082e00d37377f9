package org.retrato.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.api.Component;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.plugins.Plugin;

class TextsTest {

    private static final List<Class<? extends Component>> COMPONENTS =
            List.of(Dice.class, GeneralizedDice.class, Focal.class, LogCosh.class);

    private final Catalog catalog =
            Catalog.of(List.of(new Plugin("losses", "1.0.0", Path.of("a.jar"), "", "", "", "", COMPONENTS)));

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void every_component_and_hyperparameter_is_explained(String language) {
        assertThat(catalog.entries()).hasSameSizeAs(COMPONENTS).allSatisfy(entry -> {
            var texts = entry.texts(Locale.of(language));
            assertThat(texts.description()).isPresent();
            assertThat(texts.use()).isPresent();
            assertThat(texts.source())
                    .hasValueSatisfying(source -> assertThat(source).matches(".*, (19|20)\\d\\d"));
            assertThat(texts.artist()).isPresent();
            assertThat(texts.parameters()).hasSameSizeAs(entry.parameters());
        });
    }
}
