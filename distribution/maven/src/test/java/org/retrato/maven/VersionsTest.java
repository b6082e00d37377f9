package org.retrato.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

    private static final String BRUSHES = "org.example:brushes";

    @TempDir
    private Path folder;

    private User user;

    @BeforeEach
    void begin() throws Exception {
        user = User.in(folder);
    }

    @Test
    void the_releases_of_all_repositories_are_listed_the_oldest_first() throws Exception {
        var shelf = new Shelf(Files.createDirectory(folder.resolve("shelf")));
        shelf.list(BRUSHES, "1.10.0", "1.9.0", "2.0.0-SNAPSHOT");
        user.central().list(BRUSHES, "1.9.0", "1.10.0-rc1");
        assertThat(user.asks("versions", "--repository", shelf.folder().toString(), BRUSHES)
                        .lines())
                .containsExactly(BRUSHES + "\t1.9.0", BRUSHES + "\t1.10.0-rc1", BRUSHES + "\t1.10.0");
    }

    @Test
    void the_list_is_asked_for_again_each_time_and_remembered_for_when_there_is_no_network() throws Exception {
        user.central().list(BRUSHES, "1.0.0");
        user.asks("versions", BRUSHES);
        user.central().list(BRUSHES, "1.0.0", "1.1.0");
        var now = user.asks("versions", BRUSHES);
        assertThat(now.lines()).last().isEqualTo(BRUSHES + "\t1.1.0");
        assertThat(user.asks("versions", "--offline", BRUSHES)).isEqualTo(now);
    }

    @Test
    void a_repository_that_cannot_be_asked_is_told_though_another_answers() throws Exception {
        user.central().list(BRUSHES, "1.0.0");
        var answer = user.asks("versions", "--repository", "http://localhost:1/", BRUSHES);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.lines()).isEmpty();
        assertThat(answer.error())
                .startsWith("retrato: the list of versions of org.example:brushes cannot be taken from"
                        + " http://localhost:1/: ");
    }

    @Test
    void an_artifact_that_nobody_has_is_told() {
        var answer = user.asks("versions", BRUSHES);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.error())
                .isEqualTo("retrato: there is no release of org.example:brushes in "
                        + user.central().folder().toUri());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    versions brushes                   | 'brushes' names no artifact: write group:artifact, as org.example:brushes
                    resolve org.example:brushes        | 'org.example:brushes' is no coordinate: write group:artifact:version, as org.example:brushes:1.2.0
                    resolve                            | say 'resolve' or 'versions', and of what
                    download org.example:brushes:1     | 'download' is neither 'resolve' nor 'versions'
                    resolve a:b:1 --repository         | --repository lacks its value
                    resolve a:b:1 --repository nowhere | there is no repository 'nowhere': write a URL, as https://repo.example.org/maven, or the path of a folder
                    """)
    void wrong_words_are_told_in_one_sentence(String words, String sentence) {
        var answer = user.asks(words.split(" "));
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.error()).isEqualTo("retrato: " + sentence);
    }

    @Test
    void where_in_the_program_an_error_arose_is_shown_on_demand() {
        assertThat(user.asks("versions", "--debug", BRUSHES).error())
                .contains("\tat org.retrato.maven.Repositories.versions(")
                .endsWith("\nretrato: there is no release of org.example:brushes in "
                        + user.central().folder().toUri());
    }
}
