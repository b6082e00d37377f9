package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.runtime.plugins.Problem;

/**
 * Follows the guides word by word, in an empty folder, with the assembled distribution alone: JARs that were written outside
 * the sources, against the API, are dropped in and painted with.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GuidesIT {

    private static final Shell SHELL = new Shell(Path.of(System.getProperty("retrato.home")));

    @TempDir
    private Path folder;

    @Test
    void whoever_follows_the_front_page_paints_with_an_activation_and_trains_from_java() throws Exception {
        // the front page speaks of the root of the sources
        var home = Path.of(System.getProperty("retrato.home")).toAbsolutePath();
        Files.createDirectories(folder.resolve("distribution/target"));
        Files.createSymbolicLink(folder.resolve("distribution/target/retrato"), home);
        Files.createSymbolicLink(folder.resolve("retrato"), home.resolve("bin/retrato"));

        var printed = Guide.of("").follow(folder, SHELL);

        assertThat(printed).contains("swish(beta=1.5) · activation").containsPattern("(?m)^(0\\.99|1\\.00)");
        assertThat(paintings()).hasSize(1);
    }

    @Test
    void whoever_follows_the_guide_to_plugins_paints_with_a_modular_and_a_flat_one() throws Exception {
        var printed = Guide.of("plugins").follow(folder, SHELL);

        assertThat(printed).contains("all is well"); // says the check of the formulas
        assertThat(printed).contains("snake · activation", "signum · optimizer", "passes: 0 broken");
        SHELL.run(
                folder,
                "javac -cp 'classes:" + Launch.HOME.toAbsolutePath() + "/lib/*:" + location(Test.class)
                        + "' -d tests test/brushes/*.java");
        assertThat(printed).contains("Añade una ondulación a una recta."); // says the list in Spanish
        assertThat(printed).contains("flat-brushes:snake");
        assertThat(printed).containsPattern("update-signum .* GB/s .* %").containsPattern("portrait-snake-8192 .* %");
        assertThat(printed)
                .contains("my-optimizer · optimizer")
                .contains("BUILD SUCCESS")
                .contains("velocity ← 0.5·velocity + direction");
        assertThat(paintings()).hasSize(6);
    }

    @Test
    void whoever_follows_the_guide_to_the_api_paints_with_each_extension_point() throws Exception {
        var printed = Guide.of("api").follow(folder, SHELL);

        assertThat(printed).contains("frequency is learned with the weights, from 1 on");
        assertThat(paintings()).hasSize(4);
    }

    @Test
    void whoever_follows_the_guide_to_the_runtime_trains_and_paints_from_java() throws Exception {
        var printed = Guide.of("runtime").follow(folder, SHELL);

        assertThat(printed).containsPattern("sin\\(1\\.5\\) is about (0\\.99|1\\.00)");
        assertThat(paintings()).hasSize(1);
    }

    @Test
    void whoever_follows_the_guide_to_the_distribution_paints_and_assembles_another() throws Exception {
        var guide = Guide.of("distribution");

        var printed = guide.follow(folder, SHELL);

        assertThat(printed).contains("linking a Java ...", "atelier-1.0.0-", "by pop-art");
        assertThat(printed).contains(guide.outputs("momentum · optimizer").getFirst());
        assertThat(printed)
                .contains("removed    plugins/retrato-styles-", "installed  styles ", "5 plugins accepted, 0 refused");
        assertThat(folder).isDirectoryContaining("glob:**/expressionist.gif");
        assertThat(folder).isDirectoryContaining("glob:**/mine.json");
        assertThat(folder).isDirectoryContaining("glob:**/bench.json");
        assertThat(paintings()).hasSize(5);
    }

    @Test
    void the_guide_to_plugins_has_the_remedy_for_every_refusal() throws Exception {
        assertThat(Guide.of("plugins").text())
                .contains(Stream.of(Problem.values())
                        .map(problem -> "| `" + problem.code() + "` |")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"paint", "doctor", "check", "bench", "new"})
    void the_guide_to_the_distribution_has_every_option(String command) throws Exception {
        var options = options(command);

        assertThat(options).contains("--plugins");
        assertThat(Guide.of("distribution").text()).contains(options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "install", "remove", "update", "verify"})
    void the_guide_to_the_distribution_has_what_is_done_with_plugins(String command) throws Exception {
        assertThat(Guide.of("distribution").text())
                .contains("`retrato plugins " + command)
                .contains(options("plugins " + command));
    }

    private List<String> options(String command) throws Exception {
        return Pattern.compile("--[a-z]+(-[a-z]+)*")
                .matcher(SHELL.run(folder, "retrato " + command + " --help"))
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(option -> !option.equals("--version"))
                .toList();
    }

    private static Path location(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private List<Path> paintings() throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png")).toList();
        }
    }
}
