package org.retrato.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.api.Name;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Texts.properties", "Texts_es.properties"})
    void every_component_and_hyperparameter_is_explained_and_nothing_else(String file) throws IOException {
        var expected = components().flatMap(TextsTest::keys).toList();
        assertThat(texts(file).stringPropertyNames())
                .filteredOn(key -> !key.endsWith(".source"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void both_languages_name_the_same_sources() throws IOException {
        var english = texts("Texts.properties");
        var spanish = texts("Texts_es.properties");
        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> key.endsWith(".source"))
                .allSatisfy(key -> assertThat(year(spanish, key)).isEqualTo(year(english, key)));
    }

    private static Stream<Class<?>> components() {
        return TextsTest.class.getModule().getDescriptor().provides().stream()
                .flatMap(service -> service.providers().stream())
                .map(TextsTest::load);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Stream<String> keys(Class<?> component) {
        var name = component.isAnnotationPresent(Name.class)
                ? component.getAnnotation(Name.class).value()
                : component.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        var parameters =
                Arrays.stream(component.getRecordComponents()).map(parameter -> name + "." + parameter.getName());
        return Stream.concat(Stream.of(name, name + ".use", name + ".artist"), parameters);
    }

    private static String year(Properties texts, String key) {
        return texts.getProperty(key).replaceAll(".*, ", "");
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var stream = TextsTest.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
