package org.retrato.distribution.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.painting.InputException;

/** Reads what is to be assembled. */
class SpecificationTest {

    @TempDir
    private Path folder;

    @Test
    void plugins_are_taken_from_where_they_are_said_to_be() throws Exception {
        var specification = read("""
                name = atelier
                version = 1.0.0
                plugins = classics, org.example:brushes:1.2.0, ../my loss/loss.jar, studio/, *
                """);

        assertThat(specification.installed()).containsExactly("classics", "*");
        assertThat(specification.taken())
                .containsExactly(
                        "org.example:brushes:1.2.0",
                        folder.resolveSibling("my loss/loss.jar").toString(),
                        folder.resolve("studio").toString());
        assertThat(specification.lock()).isEqualTo(folder.resolve("atelier.lock"));
    }

    @Test
    void words_of_the_command_line_replace_those_of_the_file() throws Exception {
        var file = Files.writeString(folder.resolve("atelier.properties"), """
                name = atelier
                version = 1.0.0
                plugins = classics
                """);

        var specification = Specification.read(Optional.of(file), Map.of("version", "1.1.0"), new Home(folder), folder);

        assertThat(specification.fullName()).isEqualTo("atelier-1.1.0");
        assertThat(specification.installed()).containsExactly("classics");
    }

    @Test
    void without_a_file_it_is_this_distribution_with_all_its_plugins() throws Exception {
        Files.writeString(folder.resolve("retrato.properties"), "name = salon\nversion = 2.0.0\n");

        var specification = Specification.read(Optional.empty(), Map.of(), new Home(folder), folder);

        assertThat(specification.fullName()).isEqualTo("salon-2.0.0");
        assertThat(specification.installed()).containsExactly("*");
        assertThat(specification.lock()).isEqualTo(folder.resolve("salon.lock"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version = 1.0.0 | does not say 'name'; add a line as 'name = atelier'
            name = atelier  | does not say 'version'; add a line as 'version = 1.0.0'
            plugin = x      | holds 'plugin', which means nothing; did you mean 'plugins'?
            """)
    void what_is_missing_or_unknown_is_said(String line, String message) {
        assertThatThrownBy(() -> read(line + "\nplugins = classics\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void who_requires_signatures_says_whose() {
        assertThatThrownBy(() -> read("""
                        name = atelier
                        version = 1.0.0
                        plugins = classics
                        signatures = required
                        """))
                .hasMessageContaining("requires signatures, but names nobody to trust; add 'trust = team.pem'");
    }

    private Specification read(String text) throws Exception {
        var file = Files.writeString(folder.resolve("atelier.properties"), text);
        return Specification.read(Optional.of(file), Map.of(), new Home(folder), folder);
    }
}
