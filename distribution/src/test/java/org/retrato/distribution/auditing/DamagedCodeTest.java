package org.retrato.distribution.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Audits what is damaged, by chance or on purpose: it is said to be, and costs neither the others nor much time. */
@Timeout(60)
class DamagedCodeTest {

    @TempDir
    private Path folder;

    private static byte[] sly;

    @BeforeAll
    static void compile() throws Exception {
        sly = Jars.compile("""
                        package sly;

                        import java.util.function.*;

                        record Sly(double rate, String name) {
                            int go(Object some) {
                                IntConsumer end = System::exit;
                                end.accept(1);
                                return switch (some) {
                                    case String text when text.length() > 2 -> text.length();
                                    case Sly(var rate, var name) -> name.length();
                                    default -> throw new IllegalArgumentException(rate + name);
                                };
                            }
                        }
                        """).get("sly/Sly.class");
    }

    @Test
    void a_class_that_ends_too_early_is_found_wherever_it_ends() throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        for (int length = 0; length < sly.length; length++) {
            entries.put("cut" + length + ".class", Arrays.copyOf(sly, length));
        }

        assertThat(Jars.audit(folder, entries).findings())
                .filteredOn(finding -> finding.capability() == Capability.UNREADABLE)
                .extracting(finding -> finding.place().replaceAll(":.*", ""))
                .containsAll(entries.keySet());
    }

    @Test
    void a_class_with_changed_bytes_never_fails_the_audit() throws Exception {
        var seed = 20_260_101L;
        var random = new Random(seed);
        var entries = new LinkedHashMap<String, byte[]>();
        for (int number = 0; number < 2_000; number++) {
            var changed = sly.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                changed[8 + random.nextInt(changed.length - 8)] = (byte) random.nextInt(256);
            }
            entries.put("changed" + number + ".class", changed);
        }

        assertThat(Jars.audit(folder, entries).findings())
                .as("seed " + seed)
                .extracting(Finding::capability)
                .contains(Capability.UNREADABLE, Capability.EXIT);
    }

    @Test
    void what_can_be_read_of_a_damaged_class_is_found_too() throws Exception {
        var body = ClassFile.of()
                .build(
                        ClassDesc.of("sly.Sly"),
                        type -> type.withMethodBody(
                                "go",
                                MethodTypeDesc.of(ConstantDescs.CD_void),
                                ClassFile.ACC_STATIC,
                                code -> code.iconst_0()
                                        .invokestatic(
                                                ClassDesc.of("java.lang.System"),
                                                "exit",
                                                MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int))
                                        .return_()));
        for (int at = 0; at < body.length - 2; at++) {
            if (body[at] == 0x03 && body[at + 1] == (byte) 0xB8) {
                body[at] = (byte) 0xFD; // an instruction that there is not
            }
        }

        assertThat(Jars.audit(folder, Map.of("sly/Sly.class", body)).findings())
                .extracting(Finding::capability, Finding::place)
                .containsExactly(tuple(Capability.EXIT, "sly.Sly"), tuple(Capability.UNREADABLE, "sly.Sly"));
    }

    @Test
    void a_class_for_a_newer_java_is_found() throws Exception {
        var newer = sly.clone();
        newer[7] = (byte) 200;

        assertThat(Jars.audit(folder, Map.of("sly/Sly.class", newer)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.capability()).isEqualTo(Capability.UNREADABLE))
                .satisfies(finding -> assertThat(finding.target()).contains("200"));
    }

    @Test
    void the_largest_constant_pool_is_read_to_its_end() throws Exception {
        var huge = ClassFile.of().build(ClassDesc.of("sly.Huge"), type -> {
            var pool = type.constantPool();
            var owner = ClassDesc.of("java.lang.Math");
            for (int number = 0; pool.size() < 65_000; number++) {
                pool.methodRefEntry(owner, "harmless" + number, MethodTypeDesc.of(ConstantDescs.CD_void));
            }
            pool.methodRefEntry(ClassDesc.of("java.lang.System"), "exit", MethodTypeDesc.of(ConstantDescs.CD_void));
        });

        assertThat(Jars.audit(folder, Map.of("sly/Huge.class", huge)).findings())
                .containsExactly(new Finding(Capability.EXIT, "sly.Huge", "java.lang.System.exit"));
    }

    @Test
    void a_class_that_unpacks_to_more_than_any_has_is_not_unpacked() throws Exception {
        var file = folder.resolve("bomb.jar");
        try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
            var zeros = new byte[1 << 20];
            jar.putNextEntry(new ZipEntry("sly/Bomb.class"));
            for (int megabytes = 0; megabytes < 130; megabytes++) {
                jar.write(zeros);
            }
        }

        assertThat(Jars.audit(file).findings())
                .containsExactly(
                        new Finding(Capability.UNREADABLE, "sly/Bomb.class", "the classes have more than 128 MiB"));
    }

    @Test
    void what_is_no_jar_is_found_and_so_is_a_folder_without_one() throws Exception {
        Files.writeString(folder.resolve("text.jar"), "no archive");
        Files.createDirectory(folder.resolve("empty"));
        var cut = Jars.jar(folder.resolve("cut.jar"), Map.of("sly/Sly.class", sly));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 200));

        for (var name : new String[] {"text.jar", "empty", "cut.jar"}) {
            assertThat(Jars.audit(folder.resolve(name)).findings())
                    .as(name)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.capability()).isEqualTo(Capability.UNREADABLE);
                        assertThat(finding.place()).isEqualTo(name);
                    });
        }
    }
}
