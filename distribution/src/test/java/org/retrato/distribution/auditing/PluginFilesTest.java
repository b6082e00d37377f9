package org.retrato.distribution.auditing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFilesTest {

    @TempDir
    private Path folder;

    @Test
    void jars_and_folders_of_jars_are_plugins_and_nothing_else() throws Exception {
        Jars.jar(folder.resolve("b.jar"), Map.of("text", new byte[0]));
        Jars.jar(Files.createDirectory(folder.resolve("a")).resolve("c.JAR"), Map.of("text", new byte[0]));
        Files.writeString(folder.resolve("README"), "text");
        Files.writeString(folder.resolve(".hidden.jar"), "text");
        Files.createDirectory(folder.resolve("empty"));

        assertThat(PluginFiles.in(folder))
                .extracting(PluginFiles::path)
                .containsExactly(folder.resolve("a"), folder.resolve("b.jar"));
        assertThat(PluginFiles.in(folder).getFirst().jars()).containsExactly(folder.resolve("a/c.JAR"));
    }

    @Test
    void the_manifest_names_a_plugin() throws Exception {
        var manifest = "Manifest-Version: 1.0\nPlugin-Id: brushes\nPlugin-Version: 1.2.0\n";

        assertThat(name(Map.of("META-INF/MANIFEST.MF", manifest.getBytes(UTF_8))))
                .isEqualTo("brushes 1.2.0");
    }

    @Test
    void without_a_manifest_its_module_names_a_plugin() throws Exception {
        assertThat(name(Map.of("module-info.class", module("org.example.brushes", "1.0"))))
                .isEqualTo("org.example.brushes 1.0");
    }

    @Test
    void without_either_or_when_they_are_damaged_its_file_names_a_plugin() throws Exception {
        assertThat(name(Map.of("text", new byte[0]))).isEqualTo("plugin.jar");
        assertThat(name(Map.of("module-info.class", new byte[4]))).isEqualTo("plugin.jar");
        var boastful = "Plugin-Id: sly 1.0   mathematics only\n".getBytes(UTF_8);
        assertThat(name(Map.of("META-INF/MANIFEST.MF", boastful))).isEqualTo("plugin.jar");
    }

    @Test
    void of_the_jars_in_a_folder_the_one_with_an_id_names_the_plugin_and_else_the_one_with_components()
            throws Exception {
        Jars.jar(folder.resolve("a.jar"), Map.of("text", new byte[0]));
        Jars.jar(folder.resolve("b.jar"), Map.of("module-info.class", module("org.example.brushes", "1.0")));
        assertThat(PluginFiles.at(folder).name()).hasToString("org.example.brushes 1.0");

        Jars.jar(folder.resolve("c.jar"), Map.of("META-INF/MANIFEST.MF", "Plugin-Id: c\n".getBytes(UTF_8)));
        assertThat(PluginFiles.at(folder).name()).hasToString("c");
    }

    private String name(Map<String, byte[]> entries) throws Exception {
        return PluginFiles.at(Jars.jar(folder.resolve("plugin.jar"), entries))
                .name()
                .toString();
    }

    private static byte[] module(String name, String version) {
        return ClassFile.of()
                .buildModule(ModuleAttribute.of(
                        ModuleDesc.of(name),
                        module -> module.moduleVersion(version)
                                .requires(ModuleDesc.of("java.base"), ClassFile.ACC_MANDATED, null)
                                .provides(ClassDesc.of("org.retrato.api.Activation"), ClassDesc.of("brushes.Snake"))));
    }
}
