package org.retrato.distribution.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retrato.distribution.painting.InputException;

/** Reads and writes what a distribution says about itself. */
class SettingsTest {

    @TempDir
    private Path folder;

    @Test
    void all_that_is_said_is_read() throws Exception {
        var settings = read("""
                name = atelier
                version = 1.2.3
                styles = impressionist(optimizer=adam(beta1=0.8, beta2=0.99)), \\
                         cubist
                locked = true
                signatures = required
                native-access = brushes, studio
                authoring = true
                """);

        assertThat(settings)
                .isEqualTo(new Settings(
                        "atelier",
                        "1.2.3",
                        List.of("impressionist(optimizer=adam(beta1=0.8, beta2=0.99))", "cubist"),
                        true,
                        true,
                        Set.of("brushes", "studio"),
                        true));
    }

    @Test
    void what_is_written_is_read_again() throws Exception {
        var settings =
                new Settings("atelier", "1.0.0", List.of("styles:cubist"), true, false, Set.of("brushes"), false);

        assertThat(read(settings.text())).isEqualTo(settings);
    }

    @Test
    void where_nothing_is_said_nothing_is_allowed_that_could_be_forbidden() throws Exception {
        var settings = read("name = atelier\nversion = 1.0.0\n");

        assertThat(settings.nativeAccess()).isEmpty();
        assertThat(settings.authoring()).isFalse();
        assertThat(settings.styles()).containsExactly("styles:realist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nmae = atelier       | holds 'nmae', which means nothing; did you mean 'name'? known: name,
            locked = yes         | 'locked = yes' is not understood; write false or true
            signatures = all     | 'signatures = all' is not understood; write optional or required
            name = my atelier    | the name 'my atelier' is not the name of a distribution
            version = 1          | the version '1' is not of the form MAJOR.MINOR.PATCH
            name = \\u00         | must be a text of lines as 'name = atelier', in UTF-8
            """)
    void what_is_wrong_is_said_with_a_way_out(String line, String message) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(InputException.class).hasMessageContaining(message);
    }

    @Test
    void a_file_that_is_not_there_is_said_to_be_missing() {
        assertThatThrownBy(() -> Settings.read(folder.resolve("none.properties")))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("none.properties does not exist");
    }

    private Settings read(String text) throws Exception {
        return Settings.read(Files.writeString(folder.resolve("retrato.properties"), text));
    }
}
