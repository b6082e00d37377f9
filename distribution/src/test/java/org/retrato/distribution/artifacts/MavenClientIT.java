package org.retrato.distribution.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.painting.InputException;

/** Asks repositories in folders with the libraries of the assembled distribution. */
class MavenClientIT {

    private static final Path HOME = Path.of(System.getProperty("retrato.home"));
    private static final Coordinate BRUSHES = Coordinate.parse("org.example:brushes:1.0.0");
    private static final Coordinate PENCILS = Coordinate.parse("org.example:pencils:2.0.0");

    @TempDir
    private Path folder;

    private final String userHome = System.getProperty("user.home");

    @BeforeEach
    void be_a_user_whose_maven_asks_an_empty_folder_instead_of_the_network() throws Exception {
        System.setProperty("user.home", folder.toString());
        System.clearProperty("maven.repo.local"); // which the build of this may have been given
        write(folder.resolve(".m2/settings.xml"), """
                <settings><mirrors>
                  <mirror><id>nobody</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
                </mirrors></settings>
                """.formatted(
                        Files.createDirectory(folder.resolve("nobody")).toUri()));
    }

    @AfterEach
    void be_oneself_again() {
        System.setProperty("user.home", userHome);
    }

    @Test
    void a_coordinate_becomes_the_files_of_a_plugin_and_its_libraries() throws Exception {
        publish("org.library:near:3.0", "");
        publish(BRUSHES.toString(), """
                <dependencies><dependency>
                  <groupId>org.library</groupId><artifactId>near</artifactId><version>3.0</version>
                </dependency></dependencies>
                """);
        publish(PENCILS.toString(), "");
        var repository = folder.resolve(".m2/repository/org");
        var artifacts = client("a shelf").resolve(List.of(PENCILS, BRUSHES));
        assertThat(artifacts)
                .hasSize(2)
                .containsEntry(
                        PENCILS,
                        List.of(new Artifact(
                                "org.example:pencils:2.0.0",
                                repository.resolve("example/pencils/2.0.0/pencils-2.0.0.jar"))))
                .containsEntry(
                        BRUSHES,
                        List.of(
                                new Artifact(
                                        "org.example:brushes:1.0.0",
                                        repository.resolve("example/brushes/1.0.0/brushes-1.0.0.jar")),
                                new Artifact(
                                        "org.library:near:3.0", repository.resolve("library/near/3.0/near-3.0.jar"))));
        assertThat(artifacts.keySet()).containsExactly(PENCILS, BRUSHES);

        var offline = new Repositories(List.of(), Optional.of(folder.resolve(".m2/repository")), true);
        assertThat(new MavenClient(HOME, offline).resolve(List.of(PENCILS, BRUSHES)))
                .isEqualTo(artifacts);
    }

    @Test
    void the_versions_of_a_plugin_are_those_of_all_repositories() throws Exception {
        publish(folder.resolve("a shelf/org/example/brushes/maven-metadata.xml"), """
                <metadata><versioning><versions>
                  <version>1.10.0</version><version>1.9.0</version>
                </versions></versioning></metadata>
                """);
        assertThat(client("a shelf").versions(List.of(BRUSHES)))
                .hasSize(1)
                .containsEntry(BRUSHES, List.of("1.9.0", "1.10.0"));
    }

    @Test
    void what_cannot_be_had_is_told_in_one_sentence_and_the_rest_is_there_for_debugging() throws Exception {
        Files.createDirectory(folder.resolve("a shelf"));
        assertThatThrownBy(() -> client("a shelf").resolve(List.of(BRUSHES)))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot find the POM of " + BRUSHES + " in "
                        + folder.resolve("a shelf").toUri() + ", "
                        + folder.resolve("nobody").toUri())
                .cause()
                .hasMessageContaining("\tat org.retrato.maven.Repositories.resolve(");
    }

    @Test
    void who_is_interrupted_leaves_no_process_behind() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = client("http://localhost:" + silent.getLocalPort());
            var answer = new FutureTask<>(() -> client.resolve(List.of(BRUSHES)));
            var thread = Thread.ofPlatform().start(answer);
            try (var _ = silent.accept()) {
                var children = ProcessHandle.current().children().toList();
                assertThat(children).isNotEmpty();
                thread.interrupt();
                assertThatThrownBy(answer::get).hasRootCauseMessage("interrupted; nothing was taken");
                for (var child : children) {
                    child.onExit().get(); // which would not come while it waits for an answer
                }
            }
        }
    }

    @Test
    void a_distribution_without_the_libraries_says_so() {
        assertThatThrownBy(() -> new MavenClient(folder, Repositories.USUAL).resolve(List.of(BRUSHES)))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no " + folder.resolve("lib/maven") + ", without which no Maven repository can be"
                        + " asked; unpack it again, or give the JAR of the plugin itself");
    }

    private MavenClient client(String repository) {
        var address = repository.contains(":")
                ? repository
                : folder.resolve(repository).toString();
        return new MavenClient(HOME, new Repositories(List.of(address), Optional.empty(), false));
    }

    private void publish(String coordinate, String content) throws Exception {
        var names = coordinate.split(":");
        var file = folder.resolve("a shelf")
                .resolve(names[0].replace('.', '/'))
                .resolve(names[1] + "/" + names[2] + "/" + names[1] + "-" + names[2]);
        publish(Path.of(file + ".jar"), "the JAR of " + coordinate);
        publish(Path.of(file + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
                  %s
                </project>
                """.formatted(names[0], names[1], names[2], content));
    }

    private static void publish(Path file, String content) throws Exception {
        write(file, content);
        var sum = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file));
        write(Path.of(file + ".sha1"), HexFormat.of().formatHex(sum));
    }

    private static void write(Path file, String content) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
