package org.retrato.distribution;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.distribution.installing.SampleJar.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.installing.samples.Tattler;

/** Installs and removes plugins in a copy of the assembled distribution, which has a lock. */
class PluginsIT {

    private static final String LOCK = """
            mkdir home
            cd home
            cp -R "$RETRATO"/bin "$RETRATO"/lib "$RETRATO"/plugins .
            find . -name '*.jar' | sed 's|^./||' | sort | xargs sha256sum > retrato.lock
            """;

    /** What there is from the start of a process on, when it prepares a change, and when it has prepared it. */
    private static final List<String> MOMENTS =
            List.of("bin", "plugins/.change-next", "plugins/.change-next/retrato.lock");

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private List<String> before = List.of();

    @BeforeEach
    void copy_the_distribution_and_lock_it() throws Exception {
        new Shell(Launch.HOME.toAbsolutePath()).run(folder, LOCK);
        home = folder.resolve("home");
        before = plugins();
        plugin("brushes", "1.0.0").writeTo(folder.resolve("brushes.jar"));
        plugin("easel", "1.0.0").writeTo(folder.resolve("easel.jar"));
    }

    @Test
    void a_plugin_is_installed_listed_used_verified_and_removed() throws Exception {
        assertThat(done("plugins", "install", "brushes.jar"))
                .startsWith("installed  brushes 1.0.0\n")
                .endsWith("provides activation chirp");
        assertThat(done("plugins", "list")).containsPattern("brushes +1.0.0 +1 +ok +brushes-1.0.0.jar +brushes.jar");
        assertThat(done("--locked", "describe", "chirp")).startsWith("chirp · activation");
        assertThat(done("plugins", "verify")).endsWith("0 not\n6 plugins accepted, 0 refused");
        new Shell(home).run(folder, "cd home && sha256sum --quiet --check retrato.lock");
        assertThat(done("plugins", "remove", "brushes")).isEqualTo("removed    plugins/brushes-1.0.0.jar");
        assertThat(done("plugins", "verify")).endsWith("0 not\n5 plugins accepted, 0 refused");
        assertThat(plugins()).isEqualTo(before);
    }

    @Test
    void what_is_wrong_is_one_sentence_and_changes_nothing() throws Exception {
        for (var words : List.of(
                "install missing.jar",
                "install brushes",
                "install org.example:brushes",
                "remove brushes",
                "update brushes")) {
            var launch = run(("plugins " + words).split(" "));

            assertThat(launch.exitCode()).as(words).isEqualTo(2);
            assertThat(launch.errors()).as(words).singleElement().asString().startsWith("retrato: ");
        }
        assertThat(plugins()).isEqualTo(before);
    }

    @Test
    void where_only_what_the_lock_lists_may_run_what_was_dropped_in_runs_once_it_is_installed() throws Exception {
        Files.writeString(home.resolve("retrato.properties"), "locked = true\n");
        new Shell(home).run(folder, "cd home && sha256sum retrato.properties >> retrato.lock");
        assertThat(run("list").exitCode()).isZero();
        Files.copy(folder.resolve("brushes.jar"), home.resolve("plugins/dropped.jar"));

        assertThat(run("list").exitCode()).isEqualTo(3);
        assertThat(run("plugins", "verify").exitCode()).isEqualTo(3);

        done("plugins", "install", "home/plugins/dropped.jar");
        assertThat(done("list")).contains("chirp");

        plugin("tattler", "1.0.0").providing(Tattler.class).writeTo(home.resolve("plugins/tattler.jar"));
        var environment = Map.of("RETRATO_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder);
        Launch.of(Launch.start(home, folder, environment, "plugins", "install", "easel.jar"), folder);
        assertThat(plugins()).contains("easel-1.0.0.jar");
        assertThat(folder.resolve("loaded")).as("by what may not run here").doesNotExist();
    }

    @Test
    void a_plugin_that_was_published_is_installed_by_its_coordinate() throws Exception {
        new Shell(home).run(folder, """
                mkdir -p shelf/org/example/brushes/1.0.0
                cp brushes.jar shelf/org/example/brushes/1.0.0/brushes-1.0.0.jar
                cd shelf/org/example/brushes/1.0.0
                cat > brushes-1.0.0.pom <<POM
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>brushes</artifactId>
                  <version>1.0.0</version>
                </project>
                POM
                for file in *; do
                    sha1sum $file | cut -d ' ' -f 1 > $file.sha1
                done
                """);
        var environment =
                Map.of("RETRATO_JAVA_OPTIONS", "-Dmaven.repo.local=" + folder.resolve("m2") + " -Duser.home=" + folder);

        var launch = Launch.of(
                Launch.start(
                        home,
                        folder,
                        environment,
                        "plugins",
                        "install",
                        "org.example:brushes:1.0.0",
                        "--repository",
                        "shelf"),
                folder);

        assertThat(launch.errors()).isEmpty();
        assertThat(launch.output()).contains("plugins/brushes-1.0.0.jar, ", ", from org.example:brushes:1.0.0");
        assertThat(done("plugins", "list")).containsPattern("brushes .* ok .* org.example:brushes:1.0.0");
    }

    @Test
    void a_lock_to_keep_to_that_is_not_there_or_damaged_is_named_in_one_sentence() throws Exception {
        Files.writeString(home.resolve("retrato.lock"), "nonsense");
        var damaged = run("list", "--locked");
        Files.delete(home.resolve("retrato.lock"));
        var missing = run("list", "--locked");

        assertThat(List.of(damaged.exitCode(), missing.exitCode())).containsExactly(2, 2);
        assertThat(damaged.errors()).singleElement().asString().contains("retrato.lock is damaged: 'nonsense'");
        assertThat(missing.errors())
                .containsExactly("retrato: there is no retrato.lock to keep to; leave --locked out");
    }

    @Test
    void where_plugins_have_to_be_signed_one_that_is_not_is_refused_before_a_class_of_it_is_loaded() throws Exception {
        new Shell(home).run(folder, """
                keytool -genkeypair -alias me -keyalg EC -dname CN=Me -keystore keys -storepass secret -validity 1000
                keytool -exportcert -rfc -alias me -keystore keys -storepass secret > home/trust.pem
                jarsigner -keystore keys -storepass secret easel.jar me
                rm home/plugins/*.jar
                echo 'signatures = required' > home/retrato.properties
                """);
        plugin("tattler", "1.0.0").providing(Tattler.class).writeTo(folder.resolve("tattler.jar"));
        Files.delete(home.resolve("retrato.lock"));
        var environment = Map.of("RETRATO_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder);

        var refused = Launch.of(Launch.start(home, folder, environment, "plugins", "install", "tattler.jar"), folder);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors())
                .singleElement()
                .asString()
                .contains("tattler-1.0.0.jar would be refused [unsigned]");
        assertThat(folder.resolve("loaded")).doesNotExist();
        assertThat(done("plugins", "install", "easel.jar")).startsWith("installed  easel 1.0.0");
    }

    @Test
    void no_class_of_a_plugin_is_loaded_to_verify_it() throws Exception {
        plugin("tattler", "1.0.0").providing(Tattler.class).writeTo(home.resolve("plugins/tattler.jar"));
        var log = folder.resolve("classes.log");
        var environment = Map.of(
                "RETRATO_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder + " -Xshare:off -Xlog:class+load:file=" + log);

        var verified = Launch.of(Launch.start(home, folder, environment, "plugins", "verify"), folder);

        assertThat(verified.exitCode()).isEqualTo(3);
        assertThat(verified.output()).contains("plugins/tattler.jar was added", "6 plugins accepted, 0 refused");
        assertThat(folder.resolve("loaded")).doesNotExist();
        assertThat(Files.readString(log)).contains("Verification").doesNotContain("Tattler", "org.retrato.classics");

        Launch.of(Launch.start(home, folder, environment, "list"), folder);
        assertThat(folder.resolve("loaded")).as("by who loads it").exists();
        assertThat(Files.readString(log)).contains("Tattler", "org.retrato.classics");
    }

    @Test
    void two_at_once_come_one_after_the_other() throws Exception {
        var other = Files.createDirectory(folder.resolve("other"));
        var first = Launch.start(home, folder, Map.of(), "plugins", "install", "brushes.jar");
        var second = Launch.start(home, other, Map.of(), "plugins", "install", "../easel.jar");

        assertThat(Launch.of(first, folder).output()).startsWith("installed  brushes 1.0.0\n");
        assertThat(Launch.of(second, other).output()).startsWith("installed  easel 1.0.0\n");
        assertThat(done("plugins", "verify")).endsWith("0 not\n7 plugins accepted, 0 refused");
    }

    @Test
    void a_file_that_the_system_does_not_let_grow_so_large_changes_nothing() throws Exception {
        var content = new StringBuilder();
        new Random(1).ints(100_000, 'a', 'z').forEach(letter -> content.append((char) letter));
        plugin("brushes", "1.0.0").note(content.toString()).writeTo(folder.resolve("large.jar"));

        var said = new Shell(home).run(folder, """
                ulimit -f 80
                retrato plugins install large.jar || echo "exit code $?"
                """);

        assertThat(said)
                .contains(
                        "retrato: the plugins in " + home.resolve("plugins").toRealPath() + " cannot be changed: ",
                        "; nothing was changed: mend that and try again\nexit code 2\n");
        assertThat(plugins()).isEqualTo(before);
        assertThat(home.resolve("plugins/.change-next")).doesNotExist();
        done("plugins", "verify");
    }

    /** Ends processes at random moments of their run; {@code retrato.kills} is how many. */
    @Test
    void killed_at_any_moment_an_installation_or_a_removal_is_whole_or_never_was() throws Exception {
        var seed = Long.getLong("retrato.seed", new Random().nextLong());
        var kills = Integer.getInteger("retrato.kills", 6);
        var random = new Random(seed);
        var after = new ArrayList<>(before);
        after.addFirst("brushes-1.0.0.jar");
        var ends = new TreeMap<String, Integer>();
        for (var kill = 0; kill < kills; kill++) {
            var change = plugins().equals(before)
                    ? List.of("plugins", "install", "brushes.jar")
                    : List.of("plugins", "remove", "brushes");
            var pending = killed(random, change);

            var verified = run("plugins", "verify");

            assertThat(verified.output())
                    .as("kill %d of %s, seed %d", kill, change, seed)
                    .containsPattern("(?m)^\\d+ files as retrato.lock says, 0 not$")
                    .endsWith(plugins().size() + " plugins accepted, 0 refused");
            assertThat(verified.exitCode()).isZero();
            assertThat(plugins()).isIn(before, after);
            ends.merge(
                    "%s left '%s', then %d plugins"
                            .formatted(change.get(1), pending, plugins().size()),
                    1,
                    Integer::sum);
        }
        ends.forEach((end, times) -> System.out.println(times + " times: " + end));
    }

    /** Kills a process as it starts, or as it begins to prepare the change; returns what it left. */
    private String killed(Random random, List<String> words) throws Exception {
        // who is killed leaves temporary files behind
        var environment = Map.of("RETRATO_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder);
        var process = Launch.start(home, folder, environment, words.toArray(String[]::new));
        var moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
        while (process.isAlive() && !Files.exists(home.resolve(moment))) {
            Thread.onSpinWait();
        }
        var pause = random.nextLong(moment.endsWith("retrato.lock") ? 20_000_000 : 1_000_000_000);
        process.waitFor(pause, TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor();
        return Launch.files(home.resolve("plugins")).stream()
                .filter(name -> name.startsWith(".change"))
                .collect(joining(" and "));
    }

    private List<String> plugins() throws IOException {
        return Launch.files(home.resolve("plugins")).stream()
                .filter(name -> !name.startsWith("."))
                .toList();
    }

    private String done(String... words) throws Exception {
        var launch = run(words);
        assertThat(launch.errors()).isEmpty();
        assertThat(launch.exitCode()).as(launch.output()).isZero();
        return launch.output();
    }

    private Launch run(String... words) throws Exception {
        return Launch.of(Launch.start(home, folder, Map.of(), words), folder);
    }
}
