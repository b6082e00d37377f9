package org.retrato.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;

/**
 * The same seed gives the same weights to the last bit: for any number of threads and any width of vectors, without the
 * just-in-time compiler, and on every machine, by the hashes that one recorded.
 */
class DeterminismTest {

    static final List<ReferenceTraining> TRAININGS = ReferenceTraining.ALL;

    private static final long SEED = 9;
    private static final RecordedWeights RECORDED = RecordedWeights.read();
    private static final Map<VectorWidth, Compiler> COMPILERS = VectorWidth.available().stream()
            .collect(Collectors.toMap(width -> width, width -> new Compiler(new KernelCompiler(width))));

    @BeforeAll
    static void record_if_asked() throws Exception {
        if (System.getProperty(RecordedWeights.RECORD) != null) {
            try (var workers = new Workers(1)) {
                RecordedWeights.record(workers, COMPILERS.get(VectorWidth.current()));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("TRAININGS")
    void weights_depend_on_neither_threads_nor_vectors_nor_machine(ReferenceTraining training) {
        var hashes = new LinkedHashMap<String, String>();
        for (var threads : List.of(1, 2, 3, 7)) {
            hashes.put(threads + " threads", trained(training, SEED, threads, VectorWidth.current()));
        }
        for (var width : VectorWidth.available()) {
            hashes.put(width.toString(), trained(training, SEED, 2, width));
        }

        assertThat(hashes.values()).as("%s", hashes).containsOnly(hashes.get("1 threads"));
        assertThat(hashes.get("1 threads"))
                .as(RecordedWeights.meaning(training.name()))
                .isEqualTo(RECORDED.hashes().get(training.name()).usual());
    }

    @Test
    void another_seed_gives_other_weights() {
        var training = TRAININGS.getFirst();

        assertThat(trained(training, SEED + 1, 1, VectorWidth.current()))
                .isNotEqualTo(RECORDED.hashes().get(training.name()).usual());
    }

    @Test
    void the_trainings_use_every_function_and_every_operation_on_whole_tensors() {
        var used = TRAININGS.stream()
                .flatMap(training -> Graph.ordered(training.results()).stream())
                .map(Node::operation)
                .collect(Collectors.toSet());

        assertThat(used).contains(Operation.Unary.values()).contains(Operation.Binary.values());
        assertThat(used.stream().map(Object::getClass))
                .contains(
                        Operation.Choose.class,
                        Operation.Sum.class,
                        Operation.Max.class,
                        Operation.MatMul.class,
                        Operation.Transpose.class,
                        Operation.Slice.class,
                        Operation.Append.class,
                        Operation.Broadcast.class,
                        Operation.Reshape.class);
    }

    @Test
    void weights_are_the_same_without_the_just_in_time_compiler() throws Exception {
        var classPath = Stream.of(DeterminismTest.class, Trainer.class, Tensor.class)
                .map(DeterminismTest::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var interpreter = new ProcessBuilder(
                        java,
                        "-Xint",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        classPath,
                        ReferenceTraining.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var hashes = new String(interpreter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(interpreter.waitFor()).isZero();
        assertThat(hashes.lines())
                .as(RecordedWeights.meaning("the tiny networks"))
                .isEqualTo(TRAININGS.stream()
                        .map(training -> RECORDED.hashes().get(training.name()).tiny())
                        .toList());
    }

    /** Returns the folder or JAR of a class; that of a test lies outside its module. */
    private static String location(Class<?> type) {
        var file = type.getName().replace('.', '/') + ".class";
        var url = type.getResource("/" + file).toString();
        var root = url.substring(0, url.length() - file.length());
        return Path.of(URI.create(root.startsWith("jar:") ? root.substring(4, root.length() - 2) : root))
                .toString();
    }

    private static String trained(ReferenceTraining training, long seed, int threads, VectorWidth width) {
        var before = System.getProperty(VectorWidth.PROPERTY);
        System.setProperty(VectorWidth.PROPERTY, Integer.toString(width.bits()));
        try (var workers = new Workers(threads)) {
            return training.hash(seed, workers, COMPILERS.get(width));
        } finally {
            if (before == null) {
                System.clearProperty(VectorWidth.PROPERTY);
            } else {
                System.setProperty(VectorWidth.PROPERTY, before);
            }
        }
    }
}
