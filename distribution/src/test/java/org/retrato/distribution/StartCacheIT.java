package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts copies of the distribution with and without a cache that fits: nobody must notice but by the clock. */
class StartCacheIT {

    @TempDir
    private Path folder;

    private Path home;
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void copy_the_distribution() throws Exception {
        home = folder.toRealPath().resolve("my atelier");
        try (var files = Files.walk(Launch.HOME)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (!file.startsWith(Launch.HOME.resolve("cache"))) {
                    Files.copy(file, home.resolve(Launch.HOME.relativize(file).toString()));
                }
            }
        }
    }

    @Test
    void it_is_made_in_the_background_and_again_in_another_place_and_all_commands_use_it() throws Exception {
        var killed = Files.createDirectories(home.resolve("cache/new"));
        Files.writeString(killed.resolve("classes.jsa"), "half of it");
        Files.setLastModifiedTime(killed, FileTime.from(Instant.now().minus(Duration.ofMinutes(12))));

        assertThat(isUsed()).isFalse();
        waitForBackground();
        assertThat(isUsed()).isTrue();
        paint();

        Files.delete(named("plugins", "styles"));
        assertThat(isUsed()).as("without a plugin").isTrue();

        home = Files.move(home, home.resolveSibling("elsewhere"));
        assertThat(isUsed()).as("in another place").isFalse();
        waitForBackground();
        assertThat(isUsed()).isTrue();
        assertThat(Launch.files(home.resolve("cache"))).containsExactly("classes.jsa", "made");
    }

    @Test
    void none_is_made_where_the_user_or_a_measurement_would_mind() throws Exception {
        run("bin/retrato bench --help");
        environment = Map.of("RETRATO_CACHE", "off");
        run("bin/retrato --version");
        environment = Map.of("CI", "true");
        run("bin/retrato --version");
        waitForBackground();
        assertThat(home.resolve("cache")).doesNotExist();

        Files.createDirectories(home.resolve("cache/new")); // where another one is at work
        environment = Map.of();
        run("bin/retrato --version");
        waitForBackground();
        assertThat(Launch.files(home.resolve("cache"))).containsExactly("new");
        assertThat(Launch.files(home.resolve("cache/new"))).isEmpty();
    }

    @Test
    void one_that_does_not_fit_is_passed_over() throws Exception {
        environment = Map.of("RETRATO_CACHE", "off"); // so that it stays as it is
        makeCache();
        var made = Files.readAllLines(home.resolve("cache/made"));
        assertThat(made).hasSize(2).last().isEqualTo(home.toString());
        Files.write(home.resolve("cache/made"), List.of(made.getFirst().replace("25", "99"), made.getLast()));
        assertThat(isUsed()).as("with another Java").isFalse();
        Files.write(home.resolve("cache/made"), made);
        assertThat(isUsed()).isTrue();

        var picocli = named("lib", "picocli");
        Files.setLastModifiedTime(picocli, FileTime.from(Instant.EPOCH));
        assertThat(isUsed()).isFalse();

        try (var file = new RandomAccessFile(cache().toFile(), "rw")) {
            file.setLength(file.length() / 2);
            assertThat(isUsed()).isFalse();
            file.write(new byte[4096]);
            assertThat(isUsed()).isFalse();
        }
        Files.writeString(cache(), "");
        assertThat(isUsed()).isFalse();
        paint();
    }

    @Test
    void where_nothing_can_be_written_none_is_made() throws Exception {
        Files.writeString(home.resolve("cache"), "in the way");

        assertThat(start("work", "bin/make-cache").waitFor()).isNotZero();
        assertThat(isUsed()).isFalse();
        paint();
    }

    @Test
    void it_can_be_made_twice_at_once() throws Exception {
        var one = start("one", "bin/make-cache");
        makeCache();
        assertThat(one.waitFor()).isZero();
        assertThat(isUsed()).isTrue();
    }

    private void makeCache() throws Exception {
        assertThat(run("bin/make-cache")).isEmpty();
        assertThat(cache()).isNotEmptyFile();
    }

    private Path named(String place, String part) throws IOException {
        try (var files = Files.list(home.resolve(place))) {
            return files.filter(file -> file.toString().contains(part))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path cache() {
        return home.resolve("cache/classes.jsa");
    }

    private void paint() throws Exception {
        assertThat(run("bin/retrato paint --size 16 --steps 2 --batch 64 --width 16 --quiet --output p.png"))
                .isEqualTo("p.png\n");
    }

    private boolean isUsed() throws Exception {
        assertThat(run("bin/retrato list optimizers")).startsWith("optimizers\n");
        return Files.readString(folder.resolve("loaded"))
                .contains("org.retrato.distribution.Main source: shared objects file");
    }

    /** Waits for the processes that a launcher has left behind it. */
    private void waitForBackground() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home + "/bin/make-cache"))
                .forEach(process -> process.onExit().join());
    }

    /** Returns all that a command prints but for what Java says of incubating modules. */
    private String run(String command) throws Exception {
        var process = start("work", command);
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.replace("WARNING: Using incubator modules: jdk.incubator.vector\n", "");
    }

    private Process start(String workplace, String command) throws IOException {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.set(0, home.resolve(words.getFirst()).toString());
        var builder = new ProcessBuilder(words)
                .directory(Files.createDirectories(folder.resolve(workplace)).toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("CI", "RETRATO_CACHE"));
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("RETRATO_JAVA_OPTIONS", "-Xlog:class+load:file=../loaded");
        return builder.start();
    }
}
