package org.retrato.distribution.materials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;
import org.retrato.runtime.data.DataException;

/** Collects the licenses and notices of all JARs of a distribution; those of its Java are in {@code jdk/legal} already. */
public final class Licenses {

    private static final int LONGEST_NAME = 100;

    /** Its files by path, of which no two differ in the case of letters alone. */
    private final Map<String, byte[]> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final List<String> unlicensed = new ArrayList<>();

    private Licenses() {}

    /**
     * Writes {@code licenses/}, with a folder for each JAR of {@code lib/} and {@code plugins/}, in the place of what was there.
     *
     * @param lock lists the JARs, and where they were taken from
     * @return the paths of the JARs without the text of a license: with the name of one, or with nothing
     */
    public static List<String> write(Home home, Lock lock) {
        var licenses = new Licenses();
        for (var material : Inventory.of(home, lock).materials()) {
            if (!material.isJava()) {
                licenses.add(material, home.folder().resolve(material.path()));
            }
        }
        licenses.write(home.licenses());
        return licenses.unlicensed;
    }

    private void add(Material material, Path jar) {
        var texts = LicenseTexts.of(jar);
        if (texts.keySet().stream().noneMatch(LicenseTexts::isLicense)) {
            var known = KnownLicenses.texts(material);
            texts.putAll(known);
            if (known.isEmpty()) {
                unlicensed.add(material.path());
                texts.put("LICENSE.txt", declaration(material).getBytes(UTF_8));
            }
        }
        var folder = safe(jar.getFileName().toString().replaceFirst("(?i)\\.jar$", ""));
        texts.forEach((path, text) -> add(folder + "/" + safe(path.replaceFirst("(?i)^META-INF/", "")), text));
    }

    private static String declaration(Material material) {
        return "%s %s says of its license: %s.\nIts JAR does not hold the text.\n"
                .formatted(
                        material.name(),
                        material.version(),
                        material.license().isEmpty() ? "nothing" : material.license());
    }

    /** Returns a name for a file that leads nowhere else, however it was called. */
    private static String safe(String path) {
        var name = path.replaceAll("[^\\p{Alnum}._-]+", "-").replaceFirst("^\\.+", "-");
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private void add(String path, byte[] text) {
        var name = path;
        for (int i = 2; !Arrays.equals(files.getOrDefault(name, text), text); i++) {
            name = path + "-" + i;
        }
        files.put(name, text);
    }

    private void write(Path folder) {
        var unfinished = folder.resolveSibling(".%s.%d.tmp"
                .formatted(folder.getFileName(), ProcessHandle.current().pid()));
        try {
            try {
                Files.createDirectories(unfinished);
                for (var file : files.entrySet()) {
                    var path = unfinished.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.getValue());
                }
                delete(folder);
                Files.move(unfinished, folder);
            } finally {
                delete(unfinished);
            }
        } catch (IOException failure) {
            throw new DataException("cannot write " + folder + ": " + failure, failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
