package org.retrato.distribution.installing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;
import org.retrato.distribution.painting.InputException;

class ChangeTest {

    private static final int NEVER = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    private Home home = new Home(Path.of(""));

    @BeforeEach
    void make_a_distribution() throws IOException {
        home = distribution("home");
    }

    @Test
    void it_adds_replaces_and_removes_plugins_and_changes_the_lock() throws IOException {
        change(home, NEVER);

        assertThat(state(home))
                .isEqualTo(Map.of(
                        "retrato.lock", Lock.empty().text(),
                        "plugins/canvas-2.0.0.jar", "new canvas",
                        "plugins/brushes-1.0.0/brushes.jar", "new brushes",
                        "plugins/brushes-1.0.0/bristles.jar", "new bristles",
                        "plugins/easel-1.0.0/easel.jar", "new easel",
                        "plugins/palette-1.0.0.jar", "new palette",
                        "plugins/stool-1.0.0.jar", "stool"));
        assertThat(leftovers(home)).isEmpty();
    }

    @Test
    void ended_at_any_step_and_again_while_it_is_completed_it_is_whole_or_never_was() throws IOException {
        var before = state(home);
        var whole = distribution("whole");
        var steps = change(whole, NEVER);
        var after = state(whole);
        var seen = new HashSet<Map<String, String>>();
        for (var first = 0; first < steps; first++) {
            for (var second : List.of(1, 4, NEVER)) {
                var ended = distribution(first + "-" + second);
                change(ended, first);
                complete(ended, second);
                complete(ended, NEVER);

                var found = state(ended);

                assertThat(found)
                        .as("ended after %d steps, and after %d steps of completing it", first, second)
                        .isIn(before, after);
                seen.add(found);
                Change.prepare(ended, new EndingDisk(NEVER)).close();
                assertThat(leftovers(ended)).isEmpty();
            }
        }
        assertThat(seen).isEqualTo(Set.of(before, after));
    }

    @Test
    void whoever_reads_next_completes_what_was_decided() throws IOException {
        try (var change = prepared(home, new Disk())) {
            change.decide();
        }

        var found = Access.reading(home, () -> state(home));

        change(distribution("whole"), NEVER);
        assertThat(found).isEqualTo(state(new Home(folder.resolve("whole"))));
        assertThat(leftovers(home)).isEmpty();
    }

    @Test
    void one_that_is_not_decided_leaves_nothing_behind() throws IOException {
        var before = state(home);

        prepared(home, new Disk()).close();

        assertThat(state(home)).isEqualTo(before);
        assertThat(leftovers(home)).isEmpty();
    }

    @Test
    void a_step_that_fails_while_it_is_prepared_changes_nothing_and_is_named() throws IOException {
        var before = state(home);
        try (var change = Change.prepare(home, new FullDisk())) {
            var jar = file("canvas");

            assertThatThrownBy(() -> change.add(jar, "canvas.jar"))
                    .isInstanceOf(InputException.class)
                    .hasMessage(
                            "the plugins in " + home.plugins()
                                    + " cannot be changed: No space left on device; nothing was changed: mend that and try again");
        }

        assertThat(state(home)).isEqualTo(before);
        assertThat(leftovers(home)).isEmpty();
    }

    /** Makes a distribution whose lock names what is in it. */
    private Home distribution(String name) throws IOException {
        var made = new Home(Files.createDirectory(folder.resolve(name)));
        Files.createDirectories(made.plugins().resolve("brushes-1.0.0"));
        for (var jar : List.of(
                "canvas-1.0.0.jar",
                "brushes-1.0.0/brushes.jar",
                "brushes-1.0.0/hairs.jar",
                "palette-1.0.0.jar",
                "frame-1.0.0.jar",
                "stool-1.0.0.jar")) {
            Files.writeString(made.plugins().resolve(jar), jar.replaceAll("-1.0.0(.jar|/.*)", ""));
        }
        Files.writeString(made.lock(), Lock.of(made, Lock.empty()).text());
        return made;
    }

    private Change prepared(Home home, Disk disk) throws IOException {
        var change = Change.prepare(home, disk);
        change.add(file("canvas"), "canvas-2.0.0.jar");
        change.remove("canvas-1.0.0.jar");
        change.remove("frame-1.0.0.jar");
        change.remove("palette-1.0.0.jar");
        change.add(file("palette"), "palette-1.0.0.jar");
        change.add(file("brushes"), "brushes-1.0.0/brushes.jar");
        change.add(file("bristles"), "brushes-1.0.0/bristles.jar");
        change.add(file("easel"), "easel-1.0.0/easel.jar");
        change.lock(Lock.empty());
        return change;
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name + ".jar"), "new " + name);
    }

    /** Changes a distribution until a step is to be taken; returns how many were taken. */
    private int change(Home home, int end) throws IOException {
        var disk = new EndingDisk(end);
        try (var change = prepared(home, disk)) {
            change.decide();
            Change.carryOut(home, disk);
        } catch (Ended _) {
            // as it should
        }
        return disk.taken;
    }

    /** Completes what was decided until a step is to be taken. */
    private static void complete(Home home, int end) {
        try {
            Change.carryOut(home, new EndingDisk(end));
        } catch (Ended _) {
            // as it should
        }
    }

    /** Returns what who looks sees: the lock and the JARs. */
    private static Map<String, String> state(Home home) {
        try (var files = Files.walk(home.folder())) {
            var state = new TreeMap<String, String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = home.folder().relativize(file).toString();
                if (!path.contains("/.")) {
                    state.put(path, Files.readString(file));
                }
            }
            return state;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> leftovers(Home home) throws IOException {
        return Disk.list(home.plugins()).stream()
                .map(Path::getFileName)
                .filter(name -> name.toString().startsWith(".change"))
                .toList();
    }

    /** Ends a process, as it were: nothing happens to the files from one step on. */
    private static final class EndingDisk extends Disk {
        private final int end;
        private int taken;

        EndingDisk(int end) {
            this.end = end;
        }

        @Override
        void step() {
            if (taken == end) {
                throw new Ended();
            }
            taken++;
        }

        @Override
        void force(FileChannel channel) {
            // the process ends, not the machine
        }
    }

    private static final class Ended extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final class FullDisk extends Disk {
        @Override
        void copy(Path from, Path to) throws IOException {
            Files.writeString(to, "half of it");
            throw new IOException("No space left on device");
        }
    }
}
