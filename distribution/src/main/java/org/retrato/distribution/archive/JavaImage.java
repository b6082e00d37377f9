package org.retrato.distribution.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.data.DataException;

/** Makes a Java with the modules that a distribution needs, which becomes its folder {@code jdk}. */
public final class JavaImage {

    /** The modules that Retrato and its libraries need, besides those that these bring with them. */
    static final List<String> MODULES = List.of(
            "java.compiler",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.security.jgss",
            "jdk.incubator.vector",
            "jdk.management");

    /**
     * The native libraries for what Retrato leaves alone: windows, letters, sounds, the transformation of pictures, and the
     * JDK's own functions of vectors. They would be 4.4 MB.
     */
    private static final String SPARED =
            "regex:.*/(lib)?(awt_xawt|fontmanager|freetype|jsound|jsvml|mlib_image|splashscreen)\\.(so|dll|dylib)";

    private JavaImage() {}

    /**
     * Makes the folder: with the {@code jlink} of a JDK or, if a Java has none, by copying all of it, as it is such an image
     * itself.
     *
     * @param java the folder of that JDK or Java, 25 or newer
     * @param plugins the modules that plugins need, and who that is, as it stands in a message
     * @param folder where to make it; nothing is there yet
     * @throws InputException if that Java does not do
     * @throws DataException if the folder cannot be written
     */
    public static void make(Path java, Map<String, String> plugins, Path folder) {
        var needed = new TreeMap<>(plugins);
        MODULES.forEach(module -> needed.put(module, "Retrato"));
        check(java, needed);
        try {
            var jlink = jlink(java);
            if (jlink.isPresent()) {
                link(jlink.get(), java.toRealPath().resolve("release"), needed.keySet(), folder);
            } else {
                copy(java.toRealPath(), folder);
            }
        } catch (IOException | UncheckedIOException failure) {
            throw new DataException("cannot make " + folder + " of " + java + ": " + failure, failure);
        }
    }

    private static void check(Path java, Map<String, String> needed) {
        var installed = JavaRelease.of(java).modules();
        needed.forEach((module, whom) -> {
            if (!installed.contains(module)) {
                throw new InputException("the Java in " + java + " lacks the module " + module + ", which " + whom
                        + " needs; " + JavaRelease.REMEDY);
            }
        });
    }

    private static Optional<Path> jlink(Path java) {
        return Stream.of("bin/jlink", "bin/jlink.exe")
                .map(java::resolve)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void link(Path jlink, Path release, Collection<String> modules, Path folder) throws IOException {
        var builder = new ProcessBuilder(
                jlink.toString(),
                "-J-Duser.language=en",
                "--add-modules=" + String.join(",", modules),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress=zip-9",
                "--vm=server",
                "--dedup-legal-notices=error-if-not-same-content",
                "--exclude-files=" + SPARED,
                "--release-info=" + release, // who made it, which the bill of materials is to say
                "--output=" + folder);
        // what a user wants of Java is not meant for this one
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        var process = builder.redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            var printed = new String(output.readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new InputException(
                        "%s made no image: %s; try another JDK with --jdk DIR".formatted(jlink, error(printed)));
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new DataException("interrupted while " + jlink + " made an image", interruption);
        } finally {
            process.destroy();
        }
    }

    private static String error(String printed) {
        return printed.lines()
                .filter(line -> line.startsWith("Error: "))
                .map(line -> line.substring("Error: ".length()))
                .findFirst()
                .orElse(printed.strip());
    }

    private static void copy(Path java, Path folder) throws IOException {
        try (var paths = Files.walk(java)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var target = folder.resolve(java.relativize(path));
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(target); // which can be written, even if the original cannot
                } else {
                    Files.copy(path, target, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }
}
