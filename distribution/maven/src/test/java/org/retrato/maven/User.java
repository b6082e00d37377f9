package org.retrato.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Somebody with a Maven of their own, and with a folder in the place of Maven Central.
 *
 * @param maven the folder that is {@code ~/.m2} for others
 */
record User(Path maven, Shelf central) {

    /** What came of a command. */
    record Answer(int exitCode, List<String> lines, String error) {}

    static User in(Path folder) throws IOException {
        System.clearProperty("maven.repo.local"); // which the build of this may have been given
        var user = new User(
                Files.createDirectories(folder.resolve("maven")),
                new Shelf(Files.createDirectories(folder.resolve("central"))));
        user.set("");
        return user;
    }

    /** Sets what the settings of Maven say, beside the mirror that keeps this test from the network. */
    void set(String settings) throws IOException {
        Files.writeString(
                maven.resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror><id>mirror</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                  %s
                </settings>
                """.formatted(central.folder().toUri(), settings));
    }

    Answer asks(String... arguments) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var code =
                Main.run(maven, new PrintStream(output, true, UTF_8), new PrintStream(errors, true, UTF_8), arguments);
        return new Answer(
                code,
                output.toString(UTF_8).lines().toList(),
                errors.toString(UTF_8).strip());
    }

    Path local() {
        return maven.resolve("repository");
    }
}
