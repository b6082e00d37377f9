package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.BUNDLED_API;
import static org.retrato.runtime.plugins.Problem.DAMAGED_JAR;
import static org.retrato.runtime.plugins.Problem.INVALID_MODULE;
import static org.retrato.runtime.plugins.Problem.NOT_A_JAR;
import static org.retrato.runtime.plugins.Problem.UNREADABLE;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Holds what one JAR says about itself; it was read to the last byte and found whole.
 *
 * @param manifest the main attributes, empty without a manifest
 * @param module its module, or null if it is a flat JAR
 * @param components whether it declares any component
 */
record Jar(
        Path path,
        String sha256,
        Attributes manifest,
        @Nullable ModuleDescriptor module,
        boolean components) {

    private static final String API_FOLDER = Api.PACKAGE.replace('.', '/');

    /** Reads a JAR; a damaged one is refused here, before it can take an id from a whole one. */
    static Jar read(Path path) {
        try (var file = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (var entry : Collections.list(file.entries())) {
                check(file, entry);
            }
            var manifest = file.getManifest();
            var module = file.getJarEntry("module-info.class") == null ? null : module(path);
            return new Jar(
                    path,
                    Sha256.of(path),
                    (manifest == null ? new Manifest() : manifest).getMainAttributes(),
                    module,
                    module == null ? listsComponents(file) : providesComponents(module));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static void check(JarFile file, JarEntry entry) throws IOException {
        var checksum = new CRC32();
        try (var in = new CheckedInputStream(file.getInputStream(entry), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (entry.getCrc() != -1 && entry.getCrc() != checksum.getValue()) {
            throw new ZipException("the checksum of " + entry.getName() + " is wrong");
        }
        if (entry.getName().startsWith(API_FOLDER) && entry.getName().endsWith(".class")) {
            throw new RefusedException(
                    BUNDLED_API,
                    Path.of(file.getName()).getFileName() + " brings its own copy of the API (" + entry.getName() + ")",
                    "leave org.retrato:retrato-api out of it: scope 'provided' in Maven, 'compileOnly' in Gradle");
        }
    }

    private static ModuleDescriptor module(Path path) {
        try {
            return ModuleFinder.of(path).findAll().iterator().next().descriptor();
        } catch (SecurityException altered) { // Java compares the manifest with its signature, if it has one
            throw Signatures.altered(path, altered.getMessage());
        } catch (FindException e) {
            throw new RefusedException(
                    INVALID_MODULE,
                    "the module descriptor of " + path.getFileName() + " is invalid: " + Failure.describe(e),
                    "compile its module-info.java again, together with all classes of the module");
        }
    }

    private static boolean providesComponents(ModuleDescriptor module) {
        return module.provides().stream()
                .anyMatch(provides ->
                        Api.KINDS.stream().anyMatch(kind -> provides.service().equals(kind.getName())));
    }

    private static boolean listsComponents(JarFile file) {
        return Api.KINDS.stream().anyMatch(kind -> file.getJarEntry("META-INF/services/" + kind.getName()) != null);
    }

    private static RefusedException unreadable(Path path, IOException e) {
        try (var in = Files.newInputStream(path)) {
            var start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K'
                    ? new RefusedException(
                            DAMAGED_JAR,
                            path.getFileName() + " is damaged: " + e.getMessage(),
                            "copy or download it again")
                    : new RefusedException(
                            NOT_A_JAR,
                            path.getFileName() + (start.length == 0 ? " is empty" : " is not a JAR file"),
                            "replace it by the JAR it should be, or remove it");
        } catch (IOException unreadable) {
            return new RefusedException(
                    UNREADABLE, path.getFileName() + " cannot be read: " + unreadable, "check its permissions");
        }
    }
}
