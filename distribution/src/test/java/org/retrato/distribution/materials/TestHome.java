package org.retrato.distribution.materials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;

/** The folder of a distribution in which a test puts its JARs. */
record TestHome(Home home) {

    static TestHome in(Path folder) throws IOException {
        var home = new TestHome(new Home(folder));
        home.file("retrato.properties", "name = atelier\nversion = 1.2.3\n");
        return home;
    }

    Lock lock() {
        return Lock.of(home, Lock.empty());
    }

    void file(String path, String content) throws IOException {
        var file = home.folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** Writes a JAR; an empty map of attributes makes one without a manifest. */
    void jar(String path, Map<String, String> attributes, Map<String, String> entries) throws IOException {
        var file = home.folder().resolve(path);
        Files.createDirectories(file.getParent());
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            if (!attributes.isEmpty()) {
                var manifest = new Manifest();
                manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
                attributes.forEach(manifest.getMainAttributes()::putValue);
                entry(jar, "META-INF/MANIFEST.MF", bytes(manifest));
            }
            for (var entry : new TreeMap<>(entries).entrySet()) {
                entry(jar, entry.getKey(), entry.getValue().getBytes(UTF_8));
            }
        }
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        var bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void entry(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
