package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the same sources again: later, in another folder, time zone and language. */
class ReproducibleIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void another_place_and_time_give_the_same_bytes() throws Exception {
        var copy = folder.resolve("elsewhere");
        copySources(copy);

        build(copy);

        var first = hashes(ROOT.resolve("distribution/target"));
        assertThat(first.keySet())
                .anyMatch(path -> path.startsWith("retrato/lib/retrato-runtime"))
                .anyMatch(path -> path.startsWith("retrato/plugins/retrato-classics"))
                .anyMatch(path -> path.endsWith(".tar.gz"))
                .anyMatch(path -> path.endsWith(".zip"));
        assertThat(hashes(copy.resolve("distribution/target"))).isEqualTo(first);
    }

    private static void build(Path copy) throws Exception {
        var builder = new ProcessBuilder(
                        "./mvnw",
                        "-o",
                        "-q",
                        "-B",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip=true",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repository"),
                        "package")
                .directory(copy.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "TZ",
                        "Pacific/Kiritimati",
                        "LC_ALL",
                        "C.UTF-8",
                        "JDK_JAVA_OPTIONS",
                        "-Duser.language=es"));
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }

    private static void copySources(Path copy) throws IOException {
        try (var files = Files.walk(ROOT)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var relative = ROOT.relativize(file).toString();
                if (!relative.matches("(.*/)?(target|\\.git)(/.*)?")) {
                    Files.copy(file, copy.resolve(relative), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Returns what a build has made, but for caches and what a user dropped in. */
    private static NavigableMap<String, String> hashes(Path target) throws Exception {
        var hashes = new TreeMap<String, String>();
        try (var files = Files.walk(target.resolve("retrato"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                put(target, file, hashes);
            }
        }
        try (var files = Files.list(target.resolve("archive"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                put(target, file, hashes);
            }
        }
        hashes.keySet()
                .removeIf(path -> path.startsWith("retrato/cache/")
                        // what Maven notes when it copies, and no archive has
                        || path.endsWith("_remote.repositories")
                        || path.endsWith("maven-metadata-local.xml")
                        || path.startsWith("retrato/plugins/") && !path.startsWith("retrato/plugins/retrato-"));
        return hashes;
    }

    private static void put(Path target, Path file, Map<String, String> hashes) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        hashes.put(target.relativize(file).toString(), HexFormat.of().formatHex(digest.digest()));
    }
}
