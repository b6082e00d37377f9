package org.retrato.api;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;

/** What this build made of the sources. */
final class Built {

    private Built() {}

    /** Returns the folder of the class files. */
    static Path classes() {
        try {
            return Path.of(Component.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns all public types, sorted by name. */
    static List<Class<?>> types() throws IOException {
        try (var files = Files.walk(classes())) {
            return files.map(classes()::relativize)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>>map(file -> load(file.replaceAll("\\.class$", "").replaceAll("[/\\\\]", ".")))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        }
    }

    /** Packs the class files. */
    static Path jar(Path file) {
        var jar = ToolProvider.findFirst("jar").orElseThrow();
        if (jar.run(
                        System.out,
                        System.err,
                        "--create",
                        "--file",
                        file.toString(),
                        "-C",
                        classes().toString(),
                        ".")
                != 0) {
            throw new AssertionError("the classes could not be packed");
        }
        return file;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
