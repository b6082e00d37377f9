package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes good plugins at random and lays each beside others: whatever was done to it, it is accepted or refused, and costs
 * nothing but itself. {@code -Dretrato.mutations=10000} tries more of them; each is made from the seed that a failure names.
 */
class MutationTest {

    private static final int MUTATIONS = Integer.getInteger("retrato.mutations", 1_000);

    @TempDir
    private Path made;

    @TempDir
    private Path folder;

    private List<Path> originals;

    @BeforeEach
    void make_good_plugins() throws IOException {
        JarMaker.modular("good").writeTo(folder.resolve("good.jar"));
        JarMaker.flat("better").writeTo(folder.resolve("better.jar"));
        var modular = JarMaker.modular("modular").file("modular/Texts.properties", "sample = A sample.");
        var flat = JarMaker.flat("flat").manifest("Plugin-Requires", ">=0.1.0").manifest("Plugin-Description", "flat");
        var both = Files.createDirectory(made.resolve("both"));
        var library =
                new JarMaker().source("library.Help", "public class Help {}").writeTo(both.resolve("library.jar"));
        JarMaker.flat("both")
                .loss("both.Sample", "static final Object HELP = new library.Help();")
                .with(library)
                .writeTo(both.resolve("plugin.jar"));
        originals = List.of(modular.writeTo(made.resolve("modular.jar")), flat.writeTo(made.resolve("flat.jar")), both);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void a_mutated_plugin_is_accepted_or_refused_and_costs_no_other() throws IOException {
        var outcomes = new TreeMap<String, Integer>();
        for (var seed = 0; seed < MUTATIONS; seed++) {
            var random = new Random(seed);
            var mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
            var original = originals.get(random.nextInt(originals.size()));
            var mutated = folder.resolve("mutated-" + seed + (Files.isDirectory(original) ? "" : ".jar"));
            try {
                write(original, mutation, random, mutated);
                outcomes.merge(outcome(mutated), 1, Integer::sum);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed %d: %s of %s".formatted(seed, mutation, original.getFileName()), e);
            } finally {
                delete(mutated);
            }
        }
        System.out.println(MUTATIONS + " mutations: " + outcomes);
        assertThat(outcomes).hasSizeGreaterThan(10).containsKey("accepted");
    }

    private static void write(Path original, Mutation mutation, Random random, Path mutated) throws IOException {
        if (!Files.isDirectory(original)) {
            Files.write(mutated, mutation.of(Files.readAllBytes(original), random));
            return;
        }
        Files.createDirectory(mutated);
        var jars = files(original);
        var changed = random.nextInt(jars.size());
        for (var jar : jars) {
            var bytes = Files.readAllBytes(jar);
            Files.write(
                    mutated.resolve(jar.getFileName()),
                    jar.equals(jars.get(changed)) ? mutation.of(bytes, random) : bytes);
        }
    }

    /** Returns {@code accepted}, or the codes of the problems. */
    private String outcome(Path mutated) throws IOException {
        var real = mutated.toRealPath();
        var inspection = Inspection.of(List.of(folder));
        try (var plugins = Plugins.open(List.of(folder))) {
            var report = plugins.report();
            assertThat(inspection.accepted()).extracting(Candidate::id).contains("good", "better");
            assertThat(report.accepted()).extracting(Plugin::id).contains("good", "better");
            assertThat(report.refused()).extracting(Refusal::path).allMatch(real::equals);
            assertThat(Stream.concat(
                            report.accepted().stream().map(Plugin::path),
                            report.refused().stream().map(Refusal::path)))
                    .contains(real);
            if (inspection.refused().isEmpty()) {
                assertThat(inspection.accepted()).extracting(Candidate::path).contains(real);
                assertThat(report.refused())
                        .extracting(Refusal::problem)
                        .allMatch(problem -> problem.compareTo(Problem.BROKEN_PLUGIN) > 0);
            } else {
                assertThat(report.refused()).isEqualTo(inspection.refused());
            }
            return report.accepted().stream().anyMatch(plugin -> plugin.path().equals(real))
                    ? "accepted"
                    : report.refused().getFirst().problem().code();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            for (var inside : files(file)) {
                Files.delete(inside);
            }
        }
        Files.deleteIfExists(file);
    }
}
