package org.retrato.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Maven repository in a folder.
 *
 * @param folder what is above the group
 */
record Shelf(Path folder) {

    /** Publishes a JAR and a POM. */
    void publish(String coordinate, String... dependencies) throws IOException {
        publishPom(coordinate, "<dependencies>" + String.join("", dependencies) + "</dependencies>");
        write(coordinate, "jar", "the JAR of " + coordinate);
    }

    /** Publishes a POM alone. */
    void publishPom(String coordinate, String content) throws IOException {
        var names = coordinate.split(":");
        write(coordinate, "pom", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
                  %s
                </project>
                """.formatted(names[0], names[1], names[2], content));
    }

    /** Publishes a file and its checksum. */
    void write(String coordinate, String extension, String content) throws IOException {
        write(file(coordinate, extension), content);
    }

    /** Publishes the list of the versions of an artifact. */
    void list(String name, String... versions) throws IOException {
        var names = name.split(":");
        write(folder.resolve(names[0].replace('.', '/'), names[1], "maven-metadata.xml"), """
                <metadata>
                  <groupId>%s</groupId><artifactId>%s</artifactId>
                  <versioning><versions>%s</versions></versioning>
                </metadata>
                """.formatted(
                        names[0],
                        names[1],
                        Stream.of(versions)
                                .map(version -> "<version>" + version + "</version>")
                                .collect(Collectors.joining())));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.writeString(file.resolveSibling(file.getFileName() + ".sha1"), sha1(content));
    }

    Path file(String coordinate, String extension) {
        var names = coordinate.split(":");
        return folder.resolve(
                names[0].replace('.', '/'), names[1], names[2], names[1] + "-" + names[2] + "." + extension);
    }

    static String sha1(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content.getBytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns what a POM says of a dependency. */
    static String dependency(String coordinate, String... more) {
        var names = List.of(coordinate.split(":"));
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s%s</dependency>"
                .formatted(
                        names.get(0),
                        names.get(1),
                        names.size() == 2 ? "" : "<version>" + names.get(2) + "</version>",
                        String.join("", more));
    }
}
