package org.retrato.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.testkit.rule.Finding;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Report;

/** Plants faults in JARs, and sees each caught by the rule that is meant to. */
class PlantedJarsTest {

    static final List<Arguments> FAULTS = List.of(
            fault("P2", "[missing-id]", () -> JarFile.flat().without("Plugin-Id")),
            fault("P2", "[invalid-version]", () -> JarFile.modular().with("Plugin-Version", "one")),
            fault("P3", "[bundled-api]", () -> JarFile.flat().file("org/retrato/api/Tensor.class", "a copy")),
            fault(
                    "P4",
                    "[not-a-record]",
                    () -> JarFile.flat()
                            .source("sample/Old.java", """
                            package sample;

                            public class Old implements org.retrato.api.Loss {
                                @Override
                                public org.retrato.api.Tensor apply(org.retrato.api.Tensor y, org.retrato.api.Tensor t) {
                                    return y.sub(t).square();
                                }
                            }
                            """)
                            .file("META-INF/services/org.retrato.api.Loss", "sample.Old\nsample.Distance\n")),
            fault(
                    "P4",
                    "[invalid-component]",
                    () -> JarFile.modular().source("module-info.java", """
                            module sample {
                                requires org.retrato.api;
                                provides org.retrato.api.Loss with sample.Distance, sample.Named;
                            }
                            """).source("sample/Named.java", """
                            package sample;

                            @org.retrato.api.Name("Distance!")
                            public record Named() implements org.retrato.api.Loss {
                                @Override
                                public org.retrato.api.Tensor apply(org.retrato.api.Tensor y, org.retrato.api.Tensor t) {
                                    return y.sub(t).square();
                                }
                            }
                            """)),
            fault("P5", "[unmet-requirement]", () -> JarFile.modular().with("Plugin-Requires", ">=99.0.0")),
            fault("P5", "[missing-dependency]", () -> JarFile.flat().with("Plugin-Dependencies", "nobody")),
            fault(
                    "P6",
                    "of Loss, module-info provides [sample.Distance] and META-INF/services lists [sample.Other]",
                    () -> JarFile.modular().file("META-INF/services/org.retrato.api.Loss", "sample.Other\n")),
            fault("P7", "loaded a second time", () -> JarFile.flat().loss("""
                    // as a file that is locked for as long as the class is loaded
                    static {
                        for (var collection = 0; collection < 10 && isTaken(); collection++) {
                            System.gc();
                        }
                        if (isTaken()) {
                            throw new IllegalStateException("it is in use");
                        }
                        System.getProperties().put("sample.lock", new java.lang.ref.WeakReference<>(Distance.class));
                    }

                    private static boolean isTaken() {
                        return System.getProperties().get("sample.lock") instanceof java.lang.ref.WeakReference<?> other
                                && other.get() != null;
                    }
                    """)),
            fault("P8", "its classes are still in use", () -> JarFile.modular().loss("""
                    static {
                        var keeper = new Thread(() -> {
                            try {
                                Thread.sleep(Long.MAX_VALUE);
                            } catch (InterruptedException end) {
                                return;
                            }
                        });
                        keeper.setDaemon(true);
                        keeper.start();
                    }
                    """)),
            fault("L9", "if one is off by", () -> JarFile.modular().source("sample/Distance.java", """
                    package sample;

                    import org.retrato.api.*;

                    public record Distance() implements Loss {
                        @Override
                        public Tensor apply(Tensor output, Tensor target) {
                            return output.add(target).square();
                        }
                    }
                    """)));

    @TempDir
    private Path folder;

    private static Arguments fault(String rule, String value, Supplier<JarFile> jar) {
        return Arguments.of(rule, value, jar);
    }

    @ParameterizedTest(name = "{0} catches {1}")
    @FieldSource("FAULTS")
    void a_fault_is_caught_by_its_rule_and_by_no_other_must(String rule, String value, Supplier<JarFile> jar)
            throws Exception {
        var report = Conformance.of(jar.get().writeTo(folder), List.of());

        assertThat(broken(report))
                .extracting(finding -> finding.rule().number())
                .containsExactly(rule);
        assertThat(((Outcome.Broken) broken(report).getFirst().outcome()).value())
                .contains(value);
        assertThat(((Outcome.Broken) broken(report).getFirst().outcome()).remedy())
                .isNotBlank();
    }

    @Test
    void what_is_no_jar_is_caught_before_anything_else() throws Exception {
        var report = Conformance.of(Files.writeString(folder.resolve("text.jar"), "no archive"), List.of());

        assertThat(broken(report))
                .extracting(finding -> finding.rule().number())
                .containsExactly("P1");
    }

    @Test
    void a_file_that_is_not_named_as_a_jar_is_said_to_be_none() throws Exception {
        var report = Conformance.of(Files.writeString(folder.resolve("pom.xml"), "<project/>"), List.of());

        assertThat(broken(report))
                .extracting(finding -> finding.rule().number())
                .containsExactly("P1");
        assertThat(((Outcome.Broken) broken(report).getFirst().outcome()).value())
                .isEqualTo("pom.xml is not named as a JAR");
    }

    @Test
    void a_jar_that_says_nothing_about_itself_is_mentioned_and_passes() throws Exception {
        var report = Conformance.of(JarFile.modular().without("Plugin-License").writeTo(folder), List.of());

        assertThat(report.passes()).isTrue();
        assertThat(report.findings().stream().filter(Finding::advises))
                .anySatisfy(finding -> assertThat(finding.outcome())
                        .isEqualTo(new Outcome.Broken(
                                "the manifest lacks Plugin-License", "add the attributes to the manifest")));
    }

    static final Map<String, Supplier<JarFile>> SOUND = Map.of(
            "modular", JarFile::modular,
            "flat", JarFile::flat,
            "both", () -> JarFile.modular().file("META-INF/services/org.retrato.api.Loss", "sample.Distance # ours\n"));

    static Stream<Arguments> sound() {
        return SOUND.entrySet().stream().map(jar -> Arguments.of(jar.getKey(), jar.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void a_sound_jar_passes_with_its_component(String name, Supplier<JarFile> jar) throws Exception {
        var report = Conformance.of(jar.get().writeTo(folder), List.of());

        assertThat(broken(report)).isEmpty();
        assertThat(report.bySubject()).containsOnlyKeys("sample.jar · plugin", "distance · loss");
    }

    private static List<Finding> broken(Report report) {
        return report.findings().stream().filter(Finding::fails).toList();
    }
}
