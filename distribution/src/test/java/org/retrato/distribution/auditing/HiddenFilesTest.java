package org.retrato.distribution.auditing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hides code where whoever packs a JAR may put it. */
class HiddenFilesTest {

    @TempDir
    private Path folder;

    @Test
    void a_version_for_another_java_is_found() throws Exception {
        var entries = new TreeMap<>(Jars.compile("package sly; class Sly { void go() {} }"));
        Jars.compile("package sly; class Sly { void go() { System.exit(0); } }")
                .forEach((name, bytes) -> entries.put("META-INF/versions/21/" + name, bytes));

        assertThat(Jars.audit(folder, entries).findings())
                .containsExactly(
                        new Finding(Capability.EXIT, "META-INF/versions/21: sly.Sly.go", "java.lang.System.exit"));
    }

    @Test
    void a_class_in_a_file_of_another_name_is_found() throws Exception {
        var classes = Jars.compile("package sly; class Sly { void go() { System.exit(0); } }");

        assertThat(Jars.audit(folder, Map.of("data.bin", classes.get("sly/Sly.class")))
                        .findings())
                .containsExactly(new Finding(Capability.EXIT, "data.bin: sly.Sly.go", "java.lang.System.exit"));
    }

    @Test
    void a_library_in_the_folder_of_a_plugin_is_audited_with_it() throws Exception {
        var classes = Jars.compile("""
                package sly;

                public class Sly {
                    void go() {
                        helper.Helper.help();
                    }
                }
                """, """
                package helper;

                public class Helper {
                    public static void help() {
                        System.exit(0);
                    }
                }
                """);
        Jars.jar(folder.resolve("main.jar"), only(classes, "sly/Sly.class"));
        assertThat(Jars.audit(folder).findings())
                .as("without it")
                .containsExactly(new Finding(Capability.OTHER, "sly.Sly.go", "helper.Helper.help"));

        Jars.jar(folder.resolve("helper.jar"), only(classes, "helper/Helper.class"));
        assertThat(Jars.audit(folder).findings())
                .as("with it")
                .containsExactly(
                        new Finding(Capability.EXIT, "helper.jar: helper.Helper.help", "java.lang.System.exit"));
    }

    @Test
    void a_class_that_passes_for_one_of_the_jdk_hides_no_call() throws Exception {
        var entries = new TreeMap<>(Jars.compile("""
                package sly;

                class Sly {
                    Object go() {
                        return javax.xml.transform.TransformerFactory.newInstance();
                    }
                }
                """));
        var decoy = ClassFile.of().build(ClassDesc.of("javax.xml.transform.TransformerFactory"), _ -> {});
        entries.put("javax/xml/transform/TransformerFactory.class", decoy);

        assertThat(Jars.audit(folder, entries).findings())
                .containsExactly(new Finding(
                        Capability.OTHER, "sly.Sly.go", "javax.xml.transform.TransformerFactory.newInstance"));
    }

    @Test
    void a_jar_elsewhere_is_found_and_one_that_is_audited_too_is_not() throws Exception {
        var manifest = "Manifest-Version: 1.0\nClass-Path: helper.jar ../sly.jar http://there/sly.jar\n";
        Jars.jar(folder.resolve("main.jar"), Map.of("META-INF/MANIFEST.MF", manifest.getBytes(UTF_8)));
        Jars.jar(folder.resolve("helper.jar"), Map.of("texts.properties", new byte[0]));

        assertThat(Jars.audit(folder).findings())
                .containsExactly(
                        new Finding(Capability.REFLECTION, "main.jar: META-INF/MANIFEST.MF", "Class-Path ../sly.jar"),
                        new Finding(
                                Capability.REFLECTION,
                                "main.jar: META-INF/MANIFEST.MF",
                                "Class-Path http://there/sly.jar"));
    }

    @Test
    void libraries_and_archives_are_found_by_their_content_or_their_name() throws Exception {
        var jar = Jars.jar(folder.resolve("inside.zip"), Map.of("text", new byte[0]));
        var entries = Map.of(
                "data/linux",
                new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0},
                "data/mac",
                new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 2},
                "data/windows",
                new byte[] {'M', 'Z', 0, 0},
                "data/library.so",
                "encrypted".getBytes(UTF_8),
                "data/archive",
                Files.readAllBytes(jar),
                "data/text",
                "text".getBytes(UTF_8));

        assertThat(Jars.audit(folder, entries).findings())
                .containsExactly(
                        new Finding(Capability.NATIVE, "data/library.so", "native library"),
                        new Finding(Capability.NATIVE, "data/linux", "native library"),
                        new Finding(Capability.NATIVE, "data/mac", "native library"),
                        new Finding(Capability.NATIVE, "data/windows", "native library"),
                        new Finding(Capability.UNREADABLE, "data/archive", "archive inside, not looked into"));
    }

    @Test
    void a_native_library_beside_the_jars_of_a_folder_is_found() throws Exception {
        Jars.jar(folder.resolve("main.jar"), Map.of("text", new byte[0]));
        Files.createDirectory(folder.resolve("linux"));
        Files.write(folder.resolve("linux/library.so"), new byte[] {0x7F, 'E', 'L', 'F'});
        Files.writeString(folder.resolve("README"), "text");

        assertThat(Jars.audit(folder).findings())
                .containsExactly(new Finding(
                        Capability.NATIVE, Path.of("linux/library.so").toString(), "native library"));
    }

    private static Map<String, byte[]> only(Map<String, byte[]> entries, String name) {
        return Map.of(name, Objects.requireNonNull(entries.get(name)));
    }
}
