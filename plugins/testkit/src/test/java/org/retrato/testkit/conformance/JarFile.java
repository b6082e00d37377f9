package org.retrato.testkit.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import org.retrato.api.Component;

/** Makes the JAR of a plugin with one loss, and whatever a test changes about it. */
final class JarFile {

    private final Manifest manifest = new Manifest();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private JarFile() {
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    }

    /** Makes a modular plugin that breaks no rule. */
    static JarFile modular() {
        return described(new JarFile()).source("module-info.java", """
                        module sample {
                            requires org.retrato.api;
                            provides org.retrato.api.Loss with sample.Distance;
                        }
                        """).loss("");
    }

    /** Makes a flat plugin that breaks no rule. */
    static JarFile flat() {
        return described(new JarFile())
                .with("Plugin-Id", "sample")
                .file("META-INF/services/org.retrato.api.Loss", "sample.Distance\n")
                .loss("");
    }

    private static JarFile described(JarFile jar) {
        return jar.with("Plugin-Version", "1.0.0")
                .with("Plugin-Description", "A sample")
                .with("Plugin-Provider", "Somebody")
                .with("Plugin-License", "Apache-2.0");
    }

    JarFile with(String attribute, String value) {
        manifest.getMainAttributes().putValue(attribute, value);
        return this;
    }

    JarFile without(String attribute) {
        manifest.getMainAttributes().remove(new Name(attribute));
        return this;
    }

    JarFile source(String path, String text) {
        sources.put(path, text);
        return this;
    }

    JarFile file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** Gives the loss more members. */
    JarFile loss(String members) {
        return source("sample/Distance.java", """
                package sample;

                import org.retrato.api.*;

                public record Distance() implements Loss {
                    @Override
                    public Tensor apply(Tensor output, Tensor target) {
                        return output.sub(target).square();
                    }
                """ + members + "}\n");
    }

    /** Compiles the sources in a folder, and packs them. */
    Path writeTo(Path folder) throws Exception {
        var arguments = new ArrayList<>(List.of(
                "-proc:none", "-Xlint:none", "-d", folder.resolve("classes").toString()));
        var api = Path.of(Component.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        arguments.addAll(List.of(sources.containsKey("module-info.java") ? "-p" : "-cp", api.toString()));
        for (var source : sources.entrySet()) {
            var path = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(path.getParent());
            arguments.add(Files.writeString(path, source.getValue()).toString());
        }
        var javac = ToolProvider.findFirst("javac").orElseThrow();
        if (javac.run(System.out, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException("the sources do not compile: " + sources);
        }
        return pack(folder.resolve("classes"), folder.resolve("sample.jar"));
    }

    private Path pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var compiled = Files.walk(classes)) {
            for (var file : compiled.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
            for (var file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
