package org.retrato.distribution.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarWatchTest {

    @TempDir
    private Path place;

    private Path folder;
    private Path jar;
    private JarWatch watch;

    @BeforeEach
    void watch_a_folder_that_is_not_there_yet() {
        folder = place.resolve("my target");
        jar = folder.resolve("brushes.jar");
        watch = new JarWatch(List.of(folder));
    }

    @Test
    void a_jar_is_news_once_it_is_the_same_at_two_looks() throws IOException {
        assertThat(watch.look()).as("without the folder").isFalse();
        Files.createDirectory(folder);
        assertThat(watch.look()).as("without a JAR").isFalse();
        write("half");
        assertThat(watch.look()).isFalse();
        Files.writeString(jar, " of it", StandardOpenOption.APPEND);
        assertThat(watch.look()).as("which is still being written").isFalse();
        assertThat(watch.look()).isTrue();
        assertThat(watch.look()).as("until it is copied").isTrue();
        assertThat(copied()).isEqualTo("half of it");
        assertThat(watch.look()).isFalse();
    }

    @Test
    void another_jar_in_its_place_is_news_though_it_is_as_long() throws IOException {
        write("one");
        news();
        write("two");
        assertThat(watch.look()).isFalse();
        assertThat(watch.look()).isTrue();
        assertThat(copied()).isEqualTo("two");
    }

    @Test
    void a_folder_that_a_build_deletes_is_no_news_until_there_is_a_jar_again() throws IOException {
        write("one");
        news();
        Files.delete(jar);
        Files.delete(folder);
        assertThat(watch.look()).isFalse();
        assertThat(watch.look()).isFalse();
        write("two");
        assertThat(watch.look()).isFalse();
        assertThat(watch.look()).isTrue();
    }

    @Test
    void links_are_followed() throws IOException {
        var elsewhere = Files.createDirectory(place.resolve("elsewhere"));
        Files.createSymbolicLink(folder, elsewhere);
        Files.writeString(place.resolve("built.jar"), "one");
        Files.createSymbolicLink(jar, place.resolve("built.jar"));
        watch.look();
        assertThat(watch.look()).isTrue();
        assertThat(copied()).isEqualTo("one");
    }

    @Test
    void other_files_are_no_news_and_are_not_copied() throws IOException {
        write("one");
        news();
        Files.writeString(folder.resolve("notes.txt"), "");
        Files.writeString(folder.resolve(".hidden.jar"), "");
        Files.createDirectories(folder.resolve("classes/deep/deeper"));
        Files.writeString(folder.resolve("classes/deep/deeper/odd.jar"), "");
        assertThat(watch.look()).isFalse();
        assertThat(watch.look()).isFalse();
    }

    @Test
    void what_changes_while_it_is_copied_is_not_taken() throws IOException {
        write("one");
        watch.look();
        assertThat(watch.look()).isTrue();
        write("another");
        assertThat(watch.copy()).isEmpty();
        Files.delete(jar);
        assertThat(watch.copy()).isEmpty();
        write("another");
        watch.look();
        assertThat(watch.look()).as("it is news still").isTrue();
    }

    @Test
    void copies_keep_the_places_of_the_originals_and_go_when_they_are_closed() throws IOException {
        write("one");
        var studio = Files.createDirectories(folder.resolve("studio"));
        Files.writeString(studio.resolve("library.jar"), "two");
        watch.look();
        watch.look();
        Path copy;
        try (var copies = watch.copy().orElseThrow()) {
            copy = copies.folders().getFirst();
            assertThat(copy.resolve("studio/library.jar")).hasContent("two");
            assertThat(copies.original(copy.resolve("studio/library.jar"))).isEqualTo(studio.resolve("library.jar"));
            assertThat(copies.original(jar)).isEqualTo(jar);
        }
        assertThat(copy.getParent()).doesNotExist();
    }

    private void news() throws IOException {
        watch.look();
        assertThat(watch.look()).isTrue();
        copied();
        assertThat(watch.look()).isFalse();
    }

    private String copied() throws IOException {
        try (var copies = watch.copy().orElseThrow()) {
            return Files.readString(copies.folders().getFirst().resolve("brushes.jar"));
        }
    }

    private void write(String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(jar, content);
    }
}
