package org.retrato.runtime.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_that_is_not_committed_leaves_everything_as_it_was() throws IOException {
        var path = Files.writeString(folder.resolve("work"), "old");
        try (var file = AtomicFile.open(path)) {
            file.stream().write(new byte[1 << 20]);
        }

        assertThat(path).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("work");
    }

    @Test
    void until_it_is_committed_others_see_the_old_file_and_then_the_new_one() throws IOException {
        var path = Files.writeString(folder.resolve("work"), "old");
        try (var file = AtomicFile.open(path)) {
            file.stream().write("new".getBytes(UTF_8));
            assertThat(path).hasContent("old");
            file.commit();
            assertThat(path).hasContent("new");
        }

        assertThat(folder.toFile().list()).containsExactly("work");
    }

    @Test
    void a_check_leaves_nothing_behind() throws IOException {
        var existing = Files.writeString(folder.resolve("work"), "old");
        AtomicFile.check(existing);
        AtomicFile.check(folder.resolve("other"));

        assertThat(folder.toFile().list()).containsExactly("work");
        assertThat(existing).hasContent("old");
    }

    @Test
    void a_symbolic_link_stays_one() throws IOException {
        var target = Files.writeString(folder.resolve("target"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link"), target);
        try (var file = AtomicFile.open(link)) {
            file.stream().write("new".getBytes(UTF_8));
            file.commit();
        }

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    void what_cannot_be_written_is_said_at_once() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        refused(folder, "it is a directory; name a file in it");
        refused(
                folder.resolve("no/such/work"),
                "the directory " + folder.resolve("no/such") + " does not exist; create it first");
        refused(file.resolve("work"), file + " is not a directory");
        refused(folder.resolve("x".repeat(300)), "File name too long");
    }

    @Test
    void a_device_is_never_replaced() {
        var device = Path.of("/dev/null");
        assumeFalse(!Files.exists(device), "this system has no /dev/null");

        refused(device, "it is not a regular file");
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void a_directory_without_permission_is_refused() throws IOException {
        var locked = Files.createDirectory(folder.resolve("locked"));
        assumeFalse(
                !locked.toFile().setWritable(false) || Files.isWritable(locked), "the superuser may write anywhere");

        refused(locked.resolve("work"), "you may not write in the directory " + locked);
    }

    private static void refused(Path path, String reason) {
        assertThatThrownBy(() -> AtomicFile.check(path))
                .isInstanceOf(DataException.class)
                .hasMessage("cannot write " + path + ": " + reason);
    }
}
