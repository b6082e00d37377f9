package org.retrato.distribution.materials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows the licenses of libraries whose JARs say nothing of them. What it knows is in the folder {@code licenses}: a list of
 * groups of Maven artifacts, and texts that are called as the group, or as the identifier of the license if that is the same
 * text for everybody.
 */
final class KnownLicenses {

    private static final Pattern NAME = Pattern.compile("[\\w.-]+");

    private static final Properties LIST = list();

    private KnownLicenses() {}

    /** Returns the license of a library, if it is known. */
    static Optional<String> of(Coordinates artifact) {
        return Stream.of(artifact.group() + "/" + artifact.artifact(), artifact.group())
                .flatMap(name -> Optional.ofNullable(LIST.getProperty(name)).stream())
                .findFirst();
    }

    /** Returns the texts for a JAR that has none, by their names. */
    static SortedMap<String, byte[]> texts(Material material) {
        var texts = new TreeMap<String, byte[]>();
        Stream.of(material.group(), Spdx.isId(material.license()) ? material.license() : "")
                .filter(name -> NAME.matcher(name).matches())
                .map(name -> name + ".txt")
                .forEach(name -> read(name).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    private static Properties list() {
        var list = new Properties();
        try (var in = new ByteArrayInputStream(read("licenses.properties").orElseThrow())) {
            list.load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return list;
    }

    private static Optional<byte[]> read(String name) {
        try (var in = KnownLicenses.class.getResourceAsStream("licenses/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
