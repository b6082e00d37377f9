package org.retrato.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.maven.Shelf.dependency;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolveTest {

    private static final String BRUSHES = "org.example:brushes:1.0.0";

    @TempDir
    private Path folder;

    private User user;
    private Shelf central;

    @BeforeEach
    void begin() throws Exception {
        user = User.in(folder);
        central = user.central();
    }

    @Test
    void a_plugin_comes_with_the_libraries_it_needs_to_run() throws Exception {
        central.publish("org.library:far:3.0");
        central.publish("org.library:near:2.0", dependency("org.library:far:3.0"));
        central.publish("org.library:later:1.0");
        central.publish(
                BRUSHES, dependency("org.library:near:2.0"), dependency("org.library:later:1.0", scope("runtime")));
        assertThat(resolved(BRUSHES))
                .containsExactly(
                        line(BRUSHES, BRUSHES),
                        line(BRUSHES, "org.library:near:2.0"),
                        line(BRUSHES, "org.library:far:3.0"),
                        line(BRUSHES, "org.library:later:1.0"));
        assertThat(new Shelf(user.local()).file("org.library:far:3.0", "jar"))
                .hasContent("the JAR of org.library:far:3.0");
    }

    @Test
    void versions_are_those_that_the_parent_of_a_plugin_manages_or_imports_for_libraries_of_libraries_too()
            throws Exception {
        central.publishPom("org.library:list:9", managed(dependency("org.library:far:3.0")));
        central.publishPom(
                "org.example:parent:1",
                managed(
                        dependency("org.library:list:9", scope("import"), "<type>pom</type>"),
                        dependency("org.library:near:2.0")));
        central.publish("org.library:near:2.0", dependency("org.library:far:1.0"));
        central.publish("org.library:far:3.0");
        central.write(BRUSHES, "pom", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>1</version></parent>
                  <artifactId>brushes</artifactId><version>1.0.0</version>
                  <dependencies>%s</dependencies>
                </project>
                """.formatted(dependency("org.library:near")));
        central.write(BRUSHES, "jar", "brushes");
        assertThat(resolved(BRUSHES))
                .containsExactly(
                        line(BRUSHES, BRUSHES),
                        line(BRUSHES, "org.library:near:2.0"),
                        line(BRUSHES, "org.library:far:3.0"));
    }

    @Test
    void what_the_application_brings_and_what_only_a_build_needs_is_left_out_and_not_even_looked_for()
            throws Exception {
        central.publish("org.library:near:2.0", dependency("org.retrato:retrato-runtime:0.1.0"));
        central.publish(
                BRUSHES,
                dependency("org.retrato:retrato-api:0.1.0"),
                dependency("org.jspecify:jspecify:1.0.0"),
                dependency("org.library:near:2.0"),
                dependency("org.nowhere:test:1", scope("test")),
                dependency("org.nowhere:provided:1", scope("provided")),
                dependency("org.nowhere:optional:1", "<optional>true</optional>"));
        assertThat(resolved(BRUSHES)).containsExactly(line(BRUSHES, BRUSHES), line(BRUSHES, "org.library:near:2.0"));
    }

    @Test
    void each_plugin_has_libraries_of_its_own() throws Exception {
        var pencils = "org.example:pencils:1.0.0";
        central.publish("org.library:near:1.0");
        central.publish("org.library:near:2.0");
        central.publish(BRUSHES, dependency("org.library:near:1.0"));
        central.publish(pencils, dependency("org.library:near:2.0"));
        assertThat(resolved(BRUSHES, pencils))
                .containsExactly(
                        line(BRUSHES, BRUSHES),
                        line(BRUSHES, "org.library:near:1.0"),
                        line(pencils, pencils),
                        line(pencils, "org.library:near:2.0"));
    }

    @Test
    void a_file_that_is_no_plain_jar_says_so_in_its_coordinate() throws Exception {
        central.publish("org.library:fast:1.0");
        Files.move(
                central.file("org.library:fast:1.0", "jar"),
                central.file("org.library:fast:1.0", "jar").resolveSibling("fast-1.0-linux.jar"));
        Files.move(
                central.file("org.library:fast:1.0", "jar.sha1"),
                central.file("org.library:fast:1.0", "jar").resolveSibling("fast-1.0-linux.jar.sha1"));
        central.publish(BRUSHES, dependency("org.library:fast:1.0", "<classifier>linux</classifier>"));
        assertThat(user.asks("resolve", BRUSHES).lines())
                .last()
                .asString()
                .startsWith(BRUSHES + "\torg.library:fast:jar:linux:1.0\t")
                .endsWith("fast-1.0-linux.jar");
    }

    @Test
    void nothing_is_printed_if_one_is_missing() throws Exception {
        central.publish(BRUSHES);
        var answer = user.asks("resolve", BRUSHES, "org.example:pencils:1.0.0");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.lines()).isEmpty();
        assertThat(answer.error())
                .isEqualTo("retrato: cannot find the POM of org.example:pencils:1.0.0 in "
                        + central.folder().toUri());
    }

    @Test
    void a_missing_library_is_told_with_the_plugin_that_needs_it() throws Exception {
        central.publish(BRUSHES, dependency("org.library:near:2.0"));
        central.publishPom("org.library:near:2.0", "");
        assertThat(user.asks("resolve", BRUSHES).error())
                .isEqualTo("retrato: cannot find org.library:near:2.0 in "
                        + central.folder().toUri() + "; " + BRUSHES + " needs it");
    }

    @Test
    void a_pom_that_is_none_is_told() throws Exception {
        central.publish(BRUSHES);
        central.write(BRUSHES, "pom", "<project><name>Brushes</project>");
        var answer = user.asks("resolve", BRUSHES);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.error())
                .startsWith("retrato: a POM that " + BRUSHES + " needs is wrong: Non-parseable POM ")
                .doesNotContain("\n");
    }

    @Test
    void a_file_that_was_changed_is_refused_and_not_kept() throws Exception {
        central.publish(BRUSHES);
        var jar = central.file(BRUSHES, "jar");
        Files.writeString(jar, "something else");
        var answer = user.asks("resolve", BRUSHES);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.error())
                .isEqualTo("retrato: " + BRUSHES + " is not what "
                        + central.folder().toUri()
                        + " says it is: its checksum is " + Shelf.sha1("something else") + ", not "
                        + Shelf.sha1("the JAR of " + BRUSHES) + "; it was not kept");
        assertThat(new Shelf(user.local()).file(BRUSHES, "jar")).doesNotExist();
    }

    @Test
    void a_file_without_a_checksum_is_refused() throws Exception {
        central.publish(BRUSHES);
        Files.delete(central.file(BRUSHES, "jar.sha1"));
        assertThat(user.asks("resolve", BRUSHES).error())
                .isEqualTo("retrato: " + central.folder().toUri() + " has no checksum of " + BRUSHES
                        + ", so that nobody can tell whether it is whole; publish it with Maven, which writes one");
    }

    @Test
    void what_was_taken_once_is_there_without_its_repository() throws Exception {
        var shelf = new Shelf(Files.createDirectory(folder.resolve("shelf")));
        shelf.publish("org.library:near:2.0");
        shelf.publish(BRUSHES, dependency("org.library:near:2.0"));
        var online = user.asks("resolve", "--repository", shelf.folder().toString(), BRUSHES);
        assertThat(online.exitCode()).isZero();
        assertThat(user.asks("resolve", "--offline", BRUSHES)).isEqualTo(online);
        assertThat(user.asks("resolve", BRUSHES))
                .as("not offline, from another repository")
                .isEqualTo(online);
    }

    @Test
    void offline_no_repository_is_asked() throws Exception {
        central.publish(BRUSHES);
        var answer = user.asks("resolve", "--offline", BRUSHES);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.error())
                .isEqualTo("retrato: cannot find the POM of " + BRUSHES + " in the local repository " + user.local()
                        + ", and no other may be asked (--offline)");
    }

    private List<String> resolved(String... coordinates) {
        var arguments = new ArrayList<>(List.of("resolve"));
        arguments.addAll(List.of(coordinates));
        var answer = user.asks(arguments.toArray(String[]::new));
        assertThat(answer.error()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        return answer.lines();
    }

    private String line(String asked, String coordinate) {
        return asked + "\t" + coordinate + "\t" + new Shelf(user.local()).file(coordinate, "jar");
    }

    private static String scope(String scope) {
        return "<scope>" + scope + "</scope>";
    }

    private static String managed(String... dependencies) {
        return "<packaging>pom</packaging><dependencyManagement><dependencies>" + String.join("", dependencies)
                + "</dependencies></dependencyManagement>";
    }
}
