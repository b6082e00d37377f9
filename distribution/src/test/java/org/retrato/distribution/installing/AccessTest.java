package org.retrato.distribution.installing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.painting.InputException;

class AccessTest {

    private static final List<String> OLD = List.of("old.jar");
    private static final List<String> NEW = List.of("new.jar");

    @TempDir
    private Path folder;

    private Home home = new Home(Path.of(""));

    @BeforeEach
    void make_a_distribution_with_one_plugin() throws IOException {
        home = new Home(folder);
        Files.createDirectory(home.plugins());
        Files.writeString(home.plugins().resolve("old.jar"), "old");
    }

    @Test
    void reading_leaves_no_trace() throws IOException {
        Access.reading(home, this::names);

        assertThat(Disk.list(home.plugins())).hasSize(1);
    }

    @Test
    void who_changes_waits_until_another_has_and_sees_what_it_did() throws Exception {
        try (var threads = Executors.newFixedThreadPool(1)) {
            var first = Access.changing(home);
            var began = new CountDownLatch(1);
            var second = threads.submit(() -> {
                began.countDown();
                try (var _ = Access.changing(home)) {
                    return names();
                }
            });
            began.await();
            replace(first, OLD, NEW);
            first.close();

            assertThat(second.get()).isEqualTo(NEW);
        }
    }

    @Test
    void who_waits_too_long_is_told_what_for() {
        try (var _ = Access.changing(home)) {
            assertThatThrownBy(() -> Access.changing(home, Duration.ZERO))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("another Retrato")
                    .hasMessageEndingWith("; let it come to an end, or end it, and try again");
        }
    }

    @Test
    void who_reads_does_not_wait_for_who_prepares() {
        try (var _ = Access.changing(home);
                var _ = Change.prepare(home, new Disk())) {
            assertThat(Access.reading(home, this::names)).isEqualTo(OLD);
        }
    }

    @Test
    void who_reads_sees_one_state_or_the_other() throws Exception {
        try (var threads = Executors.newFixedThreadPool(1)) {
            var seen = threads.submit(() -> IntStream.range(0, 300)
                    .mapToObj(_ -> Access.reading(home, this::names))
                    .toList());
            for (var changes = 0; changes < 10; changes++) {
                try (var access = Access.changing(home)) {
                    replace(access, OLD, NEW);
                    replace(access, NEW, OLD);
                }
            }

            assertThat(seen.get()).isSubsetOf(OLD, NEW);
        }
    }

    private void replace(Access access, List<String> old, List<String> added) throws IOException {
        var jar = Files.writeString(folder.resolve("jar"), "new");
        try (var change = Change.prepare(home, new Disk())) {
            old.forEach(change::remove);
            added.forEach(name -> change.add(jar, name));
            access.carryOut(change);
        }
    }

    private List<String> names() {
        try {
            var names = new ArrayList<String>();
            for (var file : Disk.list(home.plugins())) {
                if (!file.getFileName().toString().startsWith(".")) {
                    names.add(file.getFileName().toString());
                }
            }
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
