package org.retrato.distribution.materials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.retrato.runtime.data.DataException;

/**
 * Holds what a JAR says of itself. It may have said anything, at any length; what is returned are short lines that can be
 * printed anywhere, empty where it said nothing.
 *
 * @param artifacts what Maven left in it: its own coordinates, and those of what it swallowed
 */
record JarDescription(Attributes manifest, Optional<ModuleDescriptor> module, List<Coordinates> artifacts) {

    private static final Pattern PROPERTIES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");
    private static final int LARGEST_PROPERTIES = 1 << 16;
    private static final int LONGEST_TEXT = 200;

    /** Reads a JAR. */
    static JarDescription read(Path path) {
        try (var jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            var manifest = jar.getManifest();
            return new JarDescription(
                    manifest == null ? new Attributes() : manifest.getMainAttributes(), module(jar), artifacts(jar));
        } catch (IOException failure) {
            throw new DataException(
                    "cannot read " + path + ": " + failure.getMessage() + "; copy or download it again", failure);
        }
    }

    private static Optional<ModuleDescriptor> module(JarFile jar) throws IOException {
        var entry = jar.getJarEntry("module-info.class");
        if (entry == null) {
            return Optional.empty();
        }
        try (var in = jar.getInputStream(entry)) {
            return Optional.of(ModuleDescriptor.read(in));
        } catch (InvalidModuleDescriptorException _) {
            return Optional.empty();
        }
    }

    private static List<Coordinates> artifacts(JarFile jar) {
        return jar.stream()
                .filter(entry -> PROPERTIES.matcher(entry.getName()).matches())
                .flatMap(entry -> artifact(jar, entry).stream())
                .toList();
    }

    private static Optional<Coordinates> artifact(JarFile jar, JarEntry entry) {
        var properties = new Properties();
        try (var in = jar.getInputStream(entry)) {
            properties.load(new ByteArrayInputStream(in.readNBytes(LARGEST_PROPERTIES)));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
        return Coordinates.parse(line("%s:%s:%s"
                .formatted(
                        properties.getProperty("groupId", ""),
                        properties.getProperty("artifactId", ""),
                        properties.getProperty("version", ""))));
    }

    /** Returns its coordinates; where it swallowed others, its file must be called as Maven does. */
    Optional<Coordinates> artifact(String fileName) {
        return artifacts.size() == 1
                ? Optional.of(artifacts.getFirst())
                : artifacts.stream()
                        .filter(artifact -> artifact.fileName().equals(fileName))
                        .findFirst();
    }

    /** Returns whether it says that it is a plugin. */
    boolean isPlugin() {
        return !text("Plugin-Id").isEmpty();
    }

    /** Returns the id of the plugin, or else of the module. */
    String id() {
        return first(text("Plugin-Id"), module.map(ModuleDescriptor::name).orElse(""));
    }

    String version() {
        return first(
                text("Plugin-Version"),
                module.flatMap(ModuleDescriptor::rawVersion).orElse(""),
                text("Implementation-Version"));
    }

    String publisher() {
        return first(text("Plugin-Provider"), text("Bundle-Vendor"));
    }

    String license() {
        return Spdx.of(first(text("Plugin-License"), text("Bundle-License")));
    }

    /** Returns the ids of the plugins that it needs, or would use. */
    List<String> needs() {
        return Stream.of(text("Plugin-Dependencies").split(","))
                .map(dependency -> dependency.replaceFirst("[?@].*", "").strip())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private String text(String attribute) {
        var value = manifest.getValue(attribute);
        return value == null ? "" : line(value);
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{C}\\s]+", " ")
                .strip()
                .codePoints()
                .limit(LONGEST_TEXT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
