package org.retrato.runtime.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.machine.Workers;

/**
 * The hashes of {@link ReferenceTraining}s as they were recorded on one machine: {@code weights.txt} beside this class, a line
 * for each training with the hash of the usual network and that of the tiny one.
 */
record RecordedWeights(Map<String, Hashes> hashes) {

    /** Names the system property with which the hashes are recorded instead of compared. */
    static final String RECORD = "retrato.record";

    private static final String FILE = "weights.txt";
    private static final Path SOURCE = Path.of("src/test/resources/org/retrato/runtime/training", FILE);

    /** The hashes of one training. */
    record Hashes(String usual, String tiny) {}

    static RecordedWeights read() {
        try (var file = RecordedWeights.class.getResourceAsStream(FILE)) {
            var lines = new String(file.readAllBytes(), UTF_8).lines();
            return new RecordedWeights(lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(line -> line[0], line -> new Hashes(line[1], line[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what a difference means. */
    static String meaning(String training) {
        return """
                the weights of %s are those that were recorded in %s.
                The machine may not change a bit, nor may what only makes things faster. If other bits were meant (another order of \
                a sum, another polynomial), record them anew:
                  ./mvnw test -pl runtime -am -Dtest=DeterminismTest -Dsurefire.failIfNoSpecifiedTests=false -D%s""".formatted(training, FILE, RECORD);
    }

    /** Writes the hashes of this machine to the sources, and fails: whoever records looks at the difference, and tests again. */
    static void record(Workers workers, Compiler compiler) throws IOException {
        var recorded = new LinkedHashMap<String, Hashes>();
        for (var training : ReferenceTraining.ALL) {
            recorded.put(
                    training.name(),
                    new Hashes(training.hash(9, workers, compiler), training.tinyHash(workers, compiler)));
        }
        var lines = new ArrayList<String>();
        lines.add(
                "# SHA-256 of the weights after each ReferenceTraining, tab-separated: the usual network, the tiny one");
        recorded.forEach((name, hashes) -> lines.add(name + "\t" + hashes.usual() + "\t" + hashes.tiny()));
        Files.write(SOURCE, lines);
        fail("recorded in %s; now test without -D%s\n%s".formatted(SOURCE, RECORD, String.join("\n", lines)));
    }
}
