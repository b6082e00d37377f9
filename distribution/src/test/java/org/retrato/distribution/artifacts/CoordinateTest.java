package org.retrato.distribution.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.distribution.painting.InputException;

class CoordinateTest {

    @Test
    void the_parts_are_what_stands_between_the_colons() {
        var coordinate = Coordinate.parse("org.example:my-brushes_2:1.2.0-rc.1+7");
        assertThat(coordinate).isEqualTo(new Coordinate("org.example", "my-brushes_2", "1.2.0-rc.1+7"));
        assertThat(coordinate.name()).isEqualTo("org.example:my-brushes_2");
        assertThat(coordinate).hasToString("org.example:my-brushes_2:1.2.0-rc.1+7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    org.example:brushes     | 'org.example:brushes' has no version, and a lock holds one; write group:artifact:version, as org.example:brushes:1.2.0
                    brushes                 | 'brushes' is no coordinate; write group:artifact:version, as org.example:brushes:1.2.0
                    a:b:jar:1               | 'a:b:jar:1' is no coordinate; write group:artifact:version, as org.example:brushes:1.2.0
                    :brushes:1              | '' is no group of an artifact; write group:artifact:version, as org.example:brushes:1.2.0
                    org/example:brushes:1   | 'org/example' is no group of an artifact; write group:artifact:version, as org.example:brushes:1.2.0
                    org.example:my brush:1  | 'my brush' is no name of an artifact; write group:artifact:version, as org.example:brushes:1.2.0
                    org.example:brushes:../1| '../1' is no version of an artifact; write group:artifact:version, as org.example:brushes:1.2.0
                    a:b:1-SNAPSHOT          | 'a:b:1-SNAPSHOT' is another JAR tomorrow, and a lock holds only what stays; release it, or give the JAR itself
                    """)
    void what_is_no_coordinate_is_told_with_what_would_be_one(String text, String sentence) {
        assertThatThrownBy(() -> Coordinate.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATEST", "RELEASE", "[1,2)", "(,2]", "[1.2.0]"})
    void a_version_that_moves_is_refused_with_the_reason(String version) {
        assertThatThrownBy(() -> Coordinate.parse("org.example:brushes:" + version))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "'org.example:brushes:" + version + "' is another version tomorrow, and a lock holds only what"
                                + " stays; say which one you want, as org.example:brushes:1.2.0");
    }
}
