package org.retrato.distribution.auditing;

import static java.util.function.Predicate.not;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Holds what is in the files of a plugin; none of its classes is loaded. */
final class Contents {

    /** How many bytes of classes are read at most, so that what unpacks to terabytes takes neither all memory nor all time. */
    private static final int MOST_BYTES = 128 << 20;

    /** How deep a folder is searched for what no class loader would find there. */
    private static final int DEPTH = 3;

    private final List<Code> classes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private int bytesLeft = MOST_BYTES;

    /** Reads the files of a plugin; what is damaged is among the findings. */
    static Contents of(PluginFiles plugin) {
        var contents = new Contents();
        for (var jar : plugin.jars()) {
            contents.readJar(jar, plugin);
        }
        if (Files.isDirectory(plugin.path())) {
            contents.readBeside(plugin);
        }
        if (plugin.jars().isEmpty()) {
            contents.unreadable(plugin.name().id(), "it holds no JAR");
        }
        return contents;
    }

    /** Returns the classes, those of all versions. */
    List<Code> classes() {
        return classes;
    }

    /** Returns the names of the classes that class loaders find here. */
    Set<String> names() {
        return names;
    }

    /** Returns what is remarkable besides the classes. */
    List<Finding> findings() {
        return findings;
    }

    private void readJar(Path path, PluginFiles plugin) {
        var origin = plugin.jars().size() > 1 ? path.getFileName() + ": " : "";
        try (var jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            readManifest(jar, origin, plugin);
            Collections.list(jar.entries()).forEach(entry -> readEntry(jar, entry, origin));
        } catch (IOException | RuntimeException damage) {
            unreadable(String.valueOf(path.getFileName()), String.valueOf(damage.getMessage()));
        }
    }

    /** Looks for JARs elsewhere, whose classes a flat plugin would have, too. */
    private void readManifest(JarFile jar, String origin, PluginFiles plugin) throws IOException {
        var manifest = jar.getManifest();
        var classPath = manifest == null ? null : manifest.getMainAttributes().getValue(Name.CLASS_PATH);
        if (classPath == null) {
            return;
        }
        var here = plugin.jars().stream()
                .map(path -> path.getFileName().toString())
                .collect(Collectors.toSet());
        Stream.of(classPath.split("\\s+"))
                .filter(not(String::isEmpty).and(not(here::contains)))
                .forEach(other -> findings.add(
                        new Finding(Capability.REFLECTION, origin + JarFile.MANIFEST_NAME, "Class-Path " + other)));
    }

    private void readEntry(JarFile jar, JarEntry entry, String origin) {
        var place = origin + entry.getName();
        try (var in = new BufferedInputStream(jar.getInputStream(entry))) {
            if (kind(entry.getName(), in) == FileKind.CLASS) {
                var code = Code.read(origin, entry.getName(), readClass(in));
                classes.add(code);
                if (jar.getEntry(Code.path(code.name())) != null) {
                    names.add(code.name());
                }
            } else {
                note(kind(entry.getName(), in), place);
            }
        } catch (IOException | RuntimeException damage) {
            unreadable(place, String.valueOf(damage.getMessage()));
        }
    }

    private static FileKind kind(String name, InputStream in) throws IOException {
        in.mark(FileKind.START);
        var start = in.readNBytes(FileKind.START);
        in.reset();
        return FileKind.of(name, start);
    }

    private byte[] readClass(InputStream in) throws IOException {
        var bytes = in.readNBytes(bytesLeft);
        bytesLeft -= bytes.length;
        if (in.read() >= 0) {
            throw new IOException("the classes have more than " + (MOST_BYTES >> 20) + " MiB");
        }
        return bytes;
    }

    /** Looks at what is in the folder of a plugin and no JAR of it. */
    private void readBeside(PluginFiles plugin) {
        try (var files = Files.walk(plugin.path(), DEPTH)) {
            files.filter(file -> Files.isRegularFile(file) && !plugin.jars().contains(file))
                    .sorted()
                    .forEach(file ->
                            readFile(file, plugin.path().relativize(file).toString()));
        } catch (IOException | RuntimeException failure) {
            unreadable(String.valueOf(plugin.path().getFileName()), String.valueOf(failure.getMessage()));
        }
    }

    private void readFile(Path file, String place) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            note(kind(place, in), place);
        } catch (IOException failure) {
            unreadable(place, String.valueOf(failure.getMessage()));
        }
    }

    private void note(FileKind kind, String place) {
        switch (kind) {
            case LIBRARY -> findings.add(new Finding(Capability.NATIVE, place, "native library"));
            case ARCHIVE -> findings.add(new Finding(Capability.UNREADABLE, place, "archive inside, not looked into"));
            case CLASS, DATA -> {}
        }
    }

    private void unreadable(String place, String cause) {
        findings.add(new Finding(Capability.UNREADABLE, place, cause));
    }
}
