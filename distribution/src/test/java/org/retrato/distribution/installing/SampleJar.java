package org.retrato.distribution.installing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.retrato.api.Activation;
import org.retrato.distribution.installing.samples.Chirp;

/** Makes JARs of flat plugins, and of libraries, for tests. */
public final class SampleJar {

    private final Manifest manifest = new Manifest();
    private Class<?> component = Chirp.class;
    private String note = "";
    private boolean declares = true;

    SampleJar() {
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    }

    public static SampleJar plugin(String id, String version) {
        return new SampleJar().attribute("Plugin-Id", id).attribute("Plugin-Version", version);
    }

    public static SampleJar library(String note) {
        var library = new SampleJar().note(note);
        library.declares = false;
        return library;
    }

    public SampleJar attribute(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    public SampleJar needs(String dependencies) {
        return attribute("Plugin-Dependencies", dependencies);
    }

    /** Provides another component than a {@link Chirp}. */
    public SampleJar providing(Class<?> other) {
        component = other;
        return this;
    }

    /** Makes it differ from others. */
    public SampleJar note(String text) {
        note = text;
        return this;
    }

    public Path writeTo(Path jar) {
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            write(out, "note.txt", note.getBytes(StandardCharsets.UTF_8));
            if (declares) {
                write(
                        out,
                        "META-INF/services/" + Activation.class.getName(),
                        component.getName().getBytes(StandardCharsets.UTF_8));
                write(out, component);
                write(out, Chirp.Later.class);
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(JarOutputStream out, Class<?> type) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        try (var in = SampleJar.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not there");
            }
            write(out, name, in.readAllBytes());
        }
    }

    private static void write(JarOutputStream out, String name, byte[] content) throws IOException {
        var entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0)); // files do not differ by their age
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
