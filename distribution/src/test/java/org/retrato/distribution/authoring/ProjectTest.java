package org.retrato.distribution.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.data.DataException;

class ProjectTest {

    private static final Naming NAMING = Naming.of(Content.LOSS, "soft-loss", Optional.of("org.example"));

    @TempDir
    private Path folder;

    @Test
    void names_are_filled_in_and_what_is_of_another_kind_is_left_out() throws Exception {
        var project = create(Map.of(
                "mvnw",
                "echo ${unknown} $HOME",
                "src/__packageInPathFormat__/__loss__.java",
                "package ${package};\n#if($kind.matches(\"loss|plugin\"))\nrecord ${loss}() {}\n#end\n",
                "src/__packageInPathFormat__/__style__.java",
                "a style",
                "module-info.java",
                "module ${package} {\n#if($kind.matches(\"style|plugin\"))\n\n    provides ${style};\n#end\n}\n",
                "pom.xml",
                "<home>${retratoHome}</home><version>${version}</version>"));

        assertThat(project).isEqualTo(folder.resolve("soft-loss"));
        assertThat(project.resolve("src/org/example/SoftLoss.java"))
                .hasContent("package org.example;\nrecord SoftLoss() {}\n");
        assertThat(project.resolve("src/org/example")).isDirectoryNotContaining("glob:**tyle*");
        assertThat(project.resolve("module-info.java")).hasContent("module org.example {\n}\n");
        assertThat(project.resolve("pom.xml"))
                .hasContent("<home>/opt/a &amp; b &lt;c>/retrato</home><version>1.0.0</version>");
        assertThat(project.resolve("mvnw")).isExecutable().hasContent("echo ${unknown} $HOME");
        assertThat(folder).as("nothing beside it").isDirectoryContaining("regex:.*(soft-loss|template.jar)");
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVATION", "OPTIMIZER", "SCHEDULE", "STYLE", "PLUGIN"})
    void each_content_gets_the_lines_for_it(Content content) throws Exception {
        var template = Template.read(jar(Map.of("a", "#if($kind.matches(\"style|plugin\"))\nyes\n#end\n")));
        var text = template.fill(content, Map.of()).get("a");
        assertThat(text).isEqualTo(content == Content.STYLE || content == Content.PLUGIN ? "yes\n" : "");
    }

    @Test
    void what_is_there_already_stays_as_it_is() throws Exception {
        Files.createDirectory(folder.resolve("soft-loss"));
        assertIsThere();

        Files.delete(folder.resolve("soft-loss"));
        Files.writeString(folder.resolve("soft-loss"), "a file");
        assertIsThere();
        assertThat(folder.resolve("soft-loss")).hasContent("a file");

        Files.delete(folder.resolve("soft-loss"));
        Files.createSymbolicLink(folder.resolve("soft-loss"), folder.resolve("nowhere"));
        assertIsThere();
    }

    private void assertIsThere() {
        assertThatThrownBy(() -> create(Map.of("mvnw", "")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("soft-loss, which stays as it is; choose another name");
    }

    @Test
    void a_place_that_is_not_there_is_not_made() throws Exception {
        var template = Template.read(jar(Map.of("mvnw", "")));
        assertThatThrownBy(() -> Project.create(folder.resolve("nowhere"), NAMING, template, Path.of("/opt/retrato")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no folder " + folder.resolve("nowhere"));
    }

    @Test
    void a_project_that_cannot_be_written_whole_is_not_written_at_all() {
        var files = new LinkedHashMap<String, String>();
        files.put("mvnw", "");
        files.put("mvnw/in the way", "");
        assertThatThrownBy(() -> create(files))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot write");
        assertThat(folder.toFile().list()).containsExactly("template.jar");
    }

    @Test
    void a_template_that_is_no_jar_is_named() throws Exception {
        var jar = Files.writeString(folder.resolve("template.jar"), "no archive");
        assertThatThrownBy(() -> Template.read(jar))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot read the template " + jar);
    }

    private Path create(Map<String, String> files) throws IOException {
        return Project.create(folder, NAMING, Template.read(jar(files)), Path.of("/opt/a & b <c>/retrato"));
    }

    private Path jar(Map<String, String> files) throws IOException {
        var path = folder.resolve("template.jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(path))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry("archetype-resources/" + file.getKey()));
                out.write(file.getValue().getBytes());
            }
        }
        return path;
    }
}
