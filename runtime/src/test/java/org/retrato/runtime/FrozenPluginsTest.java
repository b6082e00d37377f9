package org.retrato.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Style;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.plugins.Plugin;
import org.retrato.runtime.training.Settings;

/**
 * Loads the plugins that were compiled against earlier versions of the api, and that nobody compiles again, as a user would;
 * and trains with them. They are in {@code api/releases}, beside their sources and the script that made them.
 */
class FrozenPluginsTest {

    private static final String RECORD = "retrato.record";
    private static final Path RELEASES = Path.of("../api/releases");
    private static final Samples CORNERS = corners();

    /** The style that is trained in a line of weights.txt, and the hash of the weights. */
    private record Training(String style, String hash) {

        static Path file(Path jar) {
            return jar.resolveSibling("weights.txt");
        }

        static List<Training> beside(Path jar) throws IOException {
            return Files.readAllLines(file(jar)).stream()
                    .map(line -> line.split("\t"))
                    .map(words -> new Training(words[0], words[1]))
                    .toList();
        }
    }

    @TempDir
    private static Path folder;

    @BeforeAll
    static void record_if_asked() throws Exception {
        if (System.getProperty(RECORD) == null) {
            return;
        }
        for (var jar : plugins()) {
            try (var retrato = open(jar)) {
                var lines = new ArrayList<String>();
                for (var training : Training.beside(jar)) {
                    lines.add(training.style() + "\t" + trained(retrato, training.style(), new ArrayList<>()));
                }
                Files.write(Training.file(jar), lines);
            }
        }
        fail("recorded in %s/*/weights.txt; now test without -D%s".formatted(RELEASES, RECORD));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void they_train_to_the_recorded_bits(Path jar) throws Exception {
        try (var retrato = open(jar)) {
            assertThat(retrato.report().refused()).isEmpty();
            assertThat(retrato.catalog().refusals()).isEmpty();
            assertThat(retrato.report().accepted()).extracting(Plugin::id).containsExactly("frozen");

            for (var training : Training.beside(jar)) {
                var losses = new ArrayList<Double>();
                var hash = trained(retrato, training.style(), losses);

                assertThat(losses.getLast())
                        .as("the last loss of %s, which began at %s", training.style(), losses.getFirst())
                        .isLessThan(losses.getFirst() * 0.8);
                assertThat(hash).as(meaning(training, jar)).isEqualTo(training.hash());
            }
        }
    }

    static List<Path> plugins() throws IOException {
        try (var files = Files.walk(RELEASES)) {
            return files.filter(file -> file.getFileName().toString().matches("frozen-.*\\.jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String meaning(Training training, Path jar) {
        return """
                the weights of %s, trained with %s.
                A plugin that is not compiled again gives the same bits. If other bits were meant for all (another order of a sum, \
                another polynomial), announce it, and record anew:
                  ./mvnw test -pl runtime -am -Dtest=FrozenPluginsTest -Dsurefire.failIfNoSpecifiedTests=false -D%s""".formatted(training.style(), jar, RECORD);
    }

    private static Retrato open(Path jar) throws IOException {
        var plugins = Files.createTempDirectory(folder, "plugins");
        Files.copy(jar, plugins.resolve(jar.getFileName()));
        return Retrato.open(List.of(plugins), 1);
    }

    /** Trains a network, and returns the hash of its weights. */
    private static String trained(Retrato retrato, String style, List<Double> losses) {
        var network = Network.dense(2, List.of(12, 8), 3);
        var settings = new Settings(60, 33, 7);
        var trainer = retrato.trainer(network, retrato.catalog().get(Style.class, style), CORNERS, settings);
        trainer.train(progress -> losses.add(progress.loss()));
        return trainer.model().sha256();
    }

    /** Returns places of the unit square, and which of three corners each is in. */
    private static Samples corners() {
        var random = new Random(4);
        var places = new float[100][2];
        var corners = new float[places.length][3];
        for (var row = 0; row < places.length; row++) {
            var x = places[row][0] = random.nextFloat();
            var y = places[row][1] = random.nextFloat();
            var corner = x + y < 1 ? 0 : x < y ? 1 : 2;
            corners[row][corner] = 1;
        }
        return Samples.of(places, corners);
    }
}
