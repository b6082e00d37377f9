package org.retrato.runtime.plugins;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.retrato.api.Component;
import org.retrato.api.Loss;

/**
 * Makes JARs for tests from Java sources.
 *
 * <pre>{@code
 * new JarMaker()
 *         .module("module sample { requires org.retrato.api; provides org.retrato.api.Loss with sample.Square; }")
 *         .loss("sample.Square")
 *         .writeTo(folder.resolve("sample.jar"));
 * }</pre>
 */
public final class JarMaker {

    private final Manifest manifest = new Manifest();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private final Set<String> omitted = new HashSet<>();
    private final List<Path> libraries = new ArrayList<>();

    public JarMaker() {
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    }

    /** Makes a flat plugin with one loss, {@code <id>.Sample}. */
    public static JarMaker flat(String id) {
        return new JarMaker()
                .manifest("Plugin-Id", id)
                .manifest("Plugin-Version", "1.0.0")
                .loss(id + ".Sample")
                .services(Loss.class, id + ".Sample");
    }

    /** Makes a modular plugin with one loss, {@code <id>.Sample}; the clauses are further ones of the module descriptor. */
    public static JarMaker modular(String id, String... clauses) {
        return new JarMaker()
                .manifest("Plugin-Version", "1.0.0")
                .module("module " + id + " { requires org.retrato.api; " + String.join(" ", clauses)
                        + " provides org.retrato.api.Loss with " + id + ".Sample; }")
                .loss(id + ".Sample");
    }

    public JarMaker manifest(String attribute, String value) {
        manifest.getMainAttributes().putValue(attribute, value);
        return this;
    }

    public JarMaker module(String source) {
        sources.put("module-info.java", source);
        return this;
    }

    /** Compiles the module with a version. */
    public JarMaker moduleVersion(String version) {
        options.addAll(List.of("--module-version", version));
        return this;
    }

    /** Adds a class, whose source is preceded by the declaration of its package. */
    public JarMaker source(String className, String source) {
        var dot = className.lastIndexOf('.');
        sources.put(path(className) + ".java", "package " + className.substring(0, dot) + "; " + source);
        return this;
    }

    /** Adds a record that is a loss and works. */
    public JarMaker loss(String className) {
        return loss(className, "");
    }

    /** Adds a record that is a loss and has the given members besides. */
    public JarMaker loss(String className, String members) {
        return source(
                className,
                "import org.retrato.api.*; public record %s() implements Loss { %s public Tensor apply(Tensor y, Tensor t) { return y.sub(t); } }"
                        .formatted(className.substring(className.lastIndexOf('.') + 1), members));
    }

    public JarMaker services(Class<?> kind, String... classNames) {
        return file("META-INF/services/" + kind.getName(), String.join("\n", classNames));
    }

    public JarMaker file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Lets the sources use another JAR. */
    public JarMaker with(Path library) {
        libraries.add(library);
        return this;
    }

    /** Leaves a class out of the JAR, though it is compiled. */
    public JarMaker without(String className) {
        omitted.add(path(className) + ".class");
        return this;
    }

    /** Compiles the sources and writes the JAR. */
    public Path writeTo(Path jar) {
        try {
            var work = Files.createTempDirectory("jar-maker");
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                for (var compiled : compile(work).entrySet()) {
                    write(out, compiled.getKey(), compiled.getValue());
                }
                for (var file : files.entrySet()) {
                    write(out, file.getKey(), file.getValue());
                }
            } finally {
                delete(work);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> compile(Path work) throws IOException {
        var compiled = new LinkedHashMap<String, byte[]>();
        if (sources.isEmpty()) {
            return compiled;
        }
        var path = Stream.concat(Stream.of(api()), libraries.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var classes = work.resolve("classes");
        var arguments = new ArrayList<>(List.of("-proc:none", "-Xlint:none", "-d", classes.toString()));
        arguments.addAll(options);
        arguments.addAll(List.of(sources.containsKey("module-info.java") ? "--module-path" : "--class-path", path));
        for (var source : sources.entrySet()) {
            var file = work.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        var javac = ToolProvider.findFirst("javac").orElseThrow();
        if (javac.run(System.out, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException("the sources do not compile: " + sources);
        }
        try (var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = classes.relativize(file).toString().replace('\\', '/');
                if (!omitted.contains(name)) {
                    compiled.put(name, Files.readAllBytes(file));
                }
            }
        }
        return compiled;
    }

    private static void write(JarOutputStream out, String name, byte[] content) throws IOException {
        var entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0)); // files do not differ by their age
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static Path api() {
        try {
            return Path.of(Component.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    private static String path(String className) {
        return className.replace('.', '/');
    }
}
