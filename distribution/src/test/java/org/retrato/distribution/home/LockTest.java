package org.retrato.distribution.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.painting.InputException;

/** Locks a small folder, and changes what is in it. */
class LockTest {

    @TempDir
    private Path folder;

    private Home home;
    private Lock lock;

    @BeforeEach
    void lock_a_folder() throws Exception {
        home = new Home(folder);
        write("lib/app.jar", "app");
        write("plugins/brushes-1.0.0.jar", "brushes");
        write("plugins/studio-1.0.0/studio.jar", "studio");
        write("plugins/studio-1.0.0/colours.jar", "colours");
        write("plugins/.lock", "");
        write("plugins/.change-7/brushes-2.0.0.jar", "staged");
        write("plugins/notes.txt", "no JAR");
        write("repository/app.jar", "app");
        write("retrato.properties", "name = atelier");
        lock = Lock.of(
                home, Lock.of(List.of(new Lock.Entry("plugins/brushes-1.0.0.jar", "", "org.example:brushes:1.0.0"))));
        Files.writeString(home.lock(), lock.text());
    }

    @Test
    void it_lists_jars_and_settings_but_nothing_hidden() {
        assertThat(lock.entries().keySet())
                .containsExactly(
                        "lib/app.jar",
                        "plugins/brushes-1.0.0.jar",
                        "plugins/studio-1.0.0/colours.jar",
                        "plugins/studio-1.0.0/studio.jar",
                        "repository/app.jar",
                        "retrato.properties");
    }

    @Test
    void what_was_written_is_read_again_with_its_sources() {
        assertThat(Lock.read(home.lock())).isEqualTo(lock);
        assertThat(lock.source("plugins/brushes-1.0.0.jar")).isEqualTo("org.example:brushes:1.0.0");
        assertThat(lock.source("lib/app.jar")).isEmpty();
    }

    @Test
    void the_tool_of_the_system_understands_its_file() throws Exception {
        var process = new ProcessBuilder("sha256sum", "--quiet", "--strict", "-c", "retrato.lock")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
    }

    @Test
    void the_same_bytes_at_another_time_are_the_same() throws Exception {
        Files.setLastModifiedTime(folder.resolve("lib/app.jar"), FileTime.from(Instant.EPOCH));

        assertThat(deviations()).isEmpty();
    }

    @Test
    void what_was_changed_without_changing_its_size_or_time_is_named() throws Exception {
        var jar = folder.resolve("plugins/brushes-1.0.0.jar");
        var time = Files.getLastModifiedTime(jar);
        Files.writeString(jar, "Brushes");
        Files.setLastModifiedTime(jar, time);

        assertThat(deviations())
                .containsExactly("plugins/brushes-1.0.0.jar was changed: it is not what retrato.lock says");
    }

    @Test
    void what_was_added_or_removed_is_named() throws Exception {
        write("plugins/spiral.JAR", "spiral");
        Files.delete(folder.resolve("plugins/studio-1.0.0/colours.jar"));

        assertThat(deviations())
                .containsExactly(
                        "plugins/spiral.JAR was added: it is not in retrato.lock",
                        "plugins/studio-1.0.0/colours.jar is missing: retrato.lock lists it");
    }

    @Test
    void only_the_paths_asked_for_are_compared() throws Exception {
        Files.delete(folder.resolve("repository/app.jar"));

        assertThat(lock.compare(home, path -> path.startsWith("lib/"))).isEmpty();
        assertThat(deviations()).hasSize(1);
    }

    @Test
    void a_damaged_lock_is_refused() throws Exception {
        Files.writeString(home.lock(), lock.text() + "7  lib/more.jar\n");

        assertThatThrownBy(() -> Lock.read(home.lock()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("retrato.lock is damaged: '7  lib/more.jar'");
    }

    private List<String> deviations() {
        return lock.compare(home, path -> true).stream()
                .map(Deviation::toString)
                .toList();
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
