package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Begins plugins with the assembled distribution, as somebody does who has nothing else. */
class NewIT {

    private static final Shell SHELL = new Shell(Launch.HOME.toAbsolutePath());
    private static final String SKETCH = " --size 24 --steps 20 --batch 128 --width 32 --lang en ";

    @TempDir
    private Path folder;

    @Test
    void a_plugin_of_all_kinds_is_built_and_proved_by_maven_without_a_network_and_paints() throws Exception {
        var distribution = Files.createDirectories(folder.resolve("my atelier (& more)"));
        var printed = SHELL.run(folder, """
                cp -R "$RETRATO"/. '%1$s'
                '%1$s/bin/retrato' new plugin brushes --package org.example.brushes > said
                cd brushes
                ./mvnw -B verify
                """.formatted(distribution));
        assertThat(printed).contains("Tests run: ", "org.example.brushes.PluginTest", "org.example.brushes.JarIT");
        assertThat(folder.resolve("said"))
                .content()
                .startsWith("brushes is ready. Next:\n\n  cd brushes\n  ./mvnw verify\n");

        var doctor = Launch.of(folder.resolve("brushes"), "doctor", "--plugins", "target");
        assertThat(doctor.output())
                .contains("accepted  brushes 1.0.0  5 components")
                .endsWith(" accepted, 0 refused");
        assertThat(paint("brushes", "my-style").output())
                .contains("louder than another")
                .contains("p.png · ");
    }

    @Test
    void a_component_of_each_kind_compiles_is_listed_in_both_languages_and_paints() throws Exception {
        var kinds = List.of("activation", "loss", "optimizer", "schedule", "style");
        for (var kind : kinds) {
            SHELL.run(folder, """
                    retrato new %1$s a-%1$s
                    cd a-%1$s
                    javac -p "$RETRATO"/lib/retrato-api-*.jar -d classes $(find src/main -name '*.java')
                    cp -R src/main/resources/. classes
                    mkdir -p ../plugins
                    jar --create --file ../plugins/a-%1$s.jar --module-version 1.0.0 -C classes .
                    """.formatted(kind));
        }
        var english = Launch.of(folder, "list", "--plugins", "plugins", "--lang", "en");
        var spanish = Launch.of(folder, "list", "--plugins", "plugins", "--lang", "es");
        assertThat(english.errors()).isEmpty();
        for (var kind : kinds) {
            assertThat(line(english, "a-" + kind)).isNotEqualTo(line(spanish, "a-" + kind));
        }
        assertThat(paint(
                                ".",
                                "a-style --activation a-activation --loss a-loss --optimizer a-optimizer --schedule a-schedule")
                        .exitCode())
                .isZero();
        assertThat(paint(".", "a-style").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugin", "style"})
    void the_archetype_makes_the_same_project(String kind) throws Exception {
        var name = kind.equals("style") ? "my-style" : "brushes";
        var version = System.getProperty("retrato.version");
        SHELL.run(folder, """
                retrato new %1$s %2$s --package org.example
                mkdir other
                cp -R %2$s/mvnw %2$s/.mvn .
                ./mvnw -q -B org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate -DoutputDirectory=other \\
                    -Dmaven.repo.local.tail="$RETRATO/repository,$PWD/.repository/downloaded" \\
                    -DarchetypeCatalog=internal -DarchetypeGroupId=org.retrato -DarchetypeArtifactId=retrato-archetype \\
                    -DarchetypeVersion=%3$s -DgroupId=org.example -DartifactId=%2$s -Dpackage=org.example \\
                    -Dkind=%1$s -DretratoHome="$RETRATO"
                diff -r %2$s other/%2$s
                test -x other/%2$s/mvnw
                """.formatted(kind, name, version));
    }

    @Test
    void what_exists_is_never_touched() throws Exception {
        Files.createDirectory(folder.resolve("swish"));
        var launch = Launch.of(folder, "new", "activation", "swish");
        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors())
                .containsExactly(
                        "retrato: there is already a swish, which stays as it is; choose another name, or another"
                                + " place with --into");
        assertThat(folder.resolve("swish")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optimzer mine|there is no 'optimzer' to begin; did you mean 'optimizer'? there are activation, loss, optimizer,"
                        + " schedule, style, plugin",
                "optimizer My|'My' is no name: write words of lower-case letters and digits, each beginning with a letter, with"
                        + " hyphens between them; did you mean 'my'?",
                "optimizer adam|there is already 'classics:adam', so that the plain 'adam' would be ambiguous; choose another name",
                "plugin styles|there is already a plugin 'styles'; choose another name, as 'my-styles'",
                "loss mine --into nowhere|there is no folder nowhere; create it, or name another with --into",
                "loss|Missing required parameter: 'NAME'; see 'retrato new --help'"
            })
    void wrong_words_are_told_in_one_sentence_and_nothing_is_written(String example) throws Exception {
        var words = example.substring(0, example.indexOf('|'));
        var launch = Launch.of(folder, ("new " + words).split(" "));
        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors()).containsExactly("retrato: " + example.substring(words.length() + 1));
        assertThat(Launch.files(folder)).isEmpty();
    }

    private Launch paint(String place, String style) throws Exception {
        var plugins = place.equals(".") ? "plugins" : "target";
        var words = "paint --output p.png --plugins " + plugins + SKETCH + "--style " + style;
        return Launch.of(folder.resolve(place), words.split(" "));
    }

    private static String line(Launch list, String name) {
        return list.output()
                .lines()
                .filter(line -> line.startsWith("  " + name + " "))
                .findFirst()
                .orElseThrow();
    }
}
