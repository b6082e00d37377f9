package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.api.Activation;
import org.retrato.classics.Constant;
import org.retrato.classics.Mse;
import org.retrato.classics.Sgd;
import org.retrato.distribution.painting.Display;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.Settings;

/** Drives the loop by hand: it looks as often as it likes, and each time that it finds nothing, the next thing happens. */
class WatchLoopTest {

    @TempDir
    private Path folder;

    private Path target;
    private final Queue<Callable<?>> happenings = new ArrayDeque<>();
    private final List<String> painted = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<WeakReference<Class<?>>> types = new ArrayList<>();
    private int questions;

    @BeforeEach
    void make_a_folder_for_builds() throws Exception {
        target = Files.createDirectory(folder.resolve("target"));
    }

    @Test
    void each_build_is_painted_with_and_the_classes_of_the_ones_before_are_collected() {
        happenings.add(() -> build("2", "x.maximum(0).mul(slope)"));
        happenings.add(() -> build("3", "x.maximum(0).mul(slope)"));
        happenings.add(() -> build("4", "x.maximum(0).mul(slope)"));
        run();
        assertThat(failures).isEmpty();
        assertThat(painted).containsExactly("Ramp[slope=2.0]", "Ramp[slope=3.0]", "Ramp[slope=4.0]");
        for (var attempt = 0; attempt < 10 && types.stream().anyMatch(type -> type.get() != null); attempt++) {
            System.gc();
        }
        assertThat(types).hasSize(3).allSatisfy(type -> assertThat(type.get()).isNull());
    }

    @Test
    void a_broken_build_is_told_and_the_next_one_painted_with() {
        happenings.add(() -> build("2", "x.maximum(0).mul(slope)"));
        happenings.add(() -> Files.writeString(jar(), "no archive"));
        happenings.add(() -> build("3", "x.slice(7, 0, 1)"));
        happenings.add(() -> build("4", "x.maximum(0).mul(slope)"));
        run();
        assertThat(painted).containsExactly("Ramp[slope=2.0]", "Ramp[slope=4.0]");
        assertThat(failures).singleElement().asString().contains("Ramp[slope=3.0]", "there is no axis 7");
    }

    @Test
    void what_is_wrong_with_the_choice_is_told_for_each_build() {
        happenings.add(() -> build("2", "x.maximum(0).mul(slope)"));
        happenings.add(() -> build("3", "x.maximum(0).mul(slope)"));
        run("rampp");
        assertThat(painted).isEmpty();
        assertThat(failures).hasSize(2).allMatch(failure -> failure.contains("did you mean 'ramp'?"));
    }

    @Test
    void nothing_is_painted_without_a_build() {
        happenings.add(() -> Files.createDirectory(target.resolve("classes")));
        run();
        assertThat(painted).isEmpty();
        assertThat(failures).isEmpty();
    }

    private void run() {
        run("ramp");
    }

    private void run(String activation) {
        new WatchLoop(
                        List.of(target),
                        folders -> Retrato.open(folders, 1),
                        failure -> failures.add(String.valueOf(failure.getMessage())),
                        new Display(true, false),
                        Duration.ZERO)
                .run((retrato, interrupted) -> paint(retrato, activation), this::isOver);
    }

    /** Lets the next thing happen at every fourth question: in between, the loop has looked twice, as it must to see it. */
    private boolean isOver() {
        if (++questions % 4 != 0) {
            return false;
        }
        var next = happenings.poll();
        if (next != null) {
            try {
                next.call();
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        }
        return next == null;
    }

    private void paint(Retrato retrato, String name) {
        var activation = retrato.catalog().get(Activation.class, name);
        types.add(new WeakReference<>(activation.getClass()));
        var style = new Composition(activation, new Mse(), new Sgd(), new Constant());
        var samples = Samples.of(new float[][] {{1}, {2}}, new float[][] {{1}, {2}});
        retrato.trainer(Network.dense(1, List.of(4), 1), style, samples, new Settings(2, 0, 1))
                .train(progress -> {});
        painted.add(activation.toString());
    }

    private Path jar() {
        return target.resolve("ramp.jar");
    }

    /** Compiles an activation, and overwrites the JAR in place, as builds do. */
    private Path build(String slope, String formula) throws Exception {
        var source = Files.writeString(folder.resolve("Ramp.java"), """
                package ramps;

                import org.retrato.api.*;

                public record Ramp(double slope) implements Activation {
                    public Ramp() {
                        this(%s);
                    }

                    public Tensor apply(Tensor x) {
                        return %s;
                    }
                }
                """.formatted(slope, formula));
        var api = Path.of(Activation.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var compiler = ToolProvider.findFirst("javac").orElseThrow();
        assertThat(compiler.run(
                        System.out, System.err, "-cp", api.toString(), "-d", folder.toString(), source.toString()))
                .isZero();
        var bytes = new ByteArrayOutputStream();
        var manifest =
                new Manifest(new ByteArrayInputStream("Manifest-Version: 1.0\nPlugin-Id: ramps\n".getBytes(UTF_8)));
        try (var out = new JarOutputStream(bytes, manifest)) {
            out.putNextEntry(new ZipEntry("META-INF/services/" + Activation.class.getName()));
            out.write("ramps.Ramp".getBytes(UTF_8));
            out.putNextEntry(new ZipEntry("ramps/Ramp.class"));
            out.write(Files.readAllBytes(folder.resolve("ramps/Ramp.class")));
        }
        return Files.write(jar(), bytes.toByteArray());
    }
}
