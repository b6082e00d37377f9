package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.DAMAGED_JAR;
import static org.retrato.runtime.plugins.Problem.INVALID_MODULE;
import static org.retrato.runtime.plugins.Problem.NOT_A_JAR;
import static org.retrato.runtime.plugins.Problem.OVERSIZED_JAR;
import static org.retrato.runtime.plugins.Problem.UNREADABLE;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a JAR to the last byte; one that is damaged, or made to do harm, is refused before it can take an id from a good one. */
final class JarReader {

    private static final long MOST_BYTES = 2L << 30;

    private final Path path;
    private final byte[] buffer = new byte[1 << 14];

    private JarReader(Path path) {
        this.path = path;
    }

    static Jar read(Path path) {
        return new JarReader(path).read();
    }

    private Jar read() {
        try {
            var length = length();
            var entries = CentralDirectory.read(path);
            EntryRules.check(path, length, entries);
            try (var file = new ZipFile(path.toFile())) {
                for (var entry : Collections.list(file.entries())) {
                    check(file, entry);
                }
                var attributes =
                        attributes(file); // before Java reads the manifest, to know whether classes have versions
                var module = isModule(entries) ? module() : null;
                return new Jar(
                        path,
                        Sha256.of(path),
                        attributes,
                        module,
                        module == null ? Declarations.listed(file) : Declarations.provided(module.descriptor()));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the length of the file; only what is one, of a size that can be right, is opened at all: a pipe would wait for ever. */
    private long length() throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile() || attributes.size() == 0) {
            throw noJar(attributes.isRegularFile() ? "is empty" : "is not a file");
        }
        if (attributes.size() > MOST_BYTES) {
            throw new RefusedException(
                    OVERSIZED_JAR,
                    "%s has %,d bytes; at most %,d are read"
                            .formatted(path.getFileName(), attributes.size(), MOST_BYTES),
                    "leave out what the plugin does not need");
        }
        return attributes.size();
    }

    private void check(ZipFile file, ZipEntry entry) throws IOException {
        var checksum = new CRC32();
        var size = 0L;
        try (var in = file.getInputStream(entry)) {
            for (var read = in.read(buffer); read >= 0 && size <= entry.getSize(); read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
                size += read;
            }
        }
        if (size != entry.getSize() || checksum.getValue() != entry.getCrc()) {
            throw new ZipException("the content of " + entry.getName() + " does not match its checksum and size");
        }
    }

    private Map<String, String> attributes(ZipFile file) throws IOException {
        var entry = file.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            return Map.of();
        }
        try (var in = file.getInputStream(entry)) {
            return ManifestReader.mainAttributes(in.readAllBytes());
        }
    }

    private boolean isModule(List<CentralDirectory.Entry> entries) throws IOException {
        if (entries.stream().noneMatch(entry -> entry.name().endsWith("module-info.class"))) {
            return false;
        }
        try (var file = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            return file.getJarEntry("module-info.class") != null;
        }
    }

    private ModuleReference module() throws IOException {
        try {
            return ModuleFinder.of(path).findAll().stream()
                    .findFirst()
                    .orElseThrow(() -> new NoSuchFileException(path.toString()));
        } catch (SecurityException altered) { // Java compares the manifest with its signature, if it has one
            throw Signatures.altered(path, altered.getMessage());
        } catch (FindException e) {
            throw new RefusedException(
                    INVALID_MODULE,
                    "the module descriptor of " + path.getFileName() + " is invalid: " + Failure.describe(e),
                    "compile its module-info.java again, together with all classes of the module");
        }
    }

    private RefusedException unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            return new RefusedException(
                    UNREADABLE,
                    path.getFileName() + " was removed meanwhile, or is a link that leads nowhere",
                    "put the JAR there, or remove the link");
        }
        try (var in = Files.newInputStream(path)) {
            var start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K'
                    ? new RefusedException(
                            DAMAGED_JAR,
                            path.getFileName() + " is damaged: " + e.getMessage(),
                            "copy or download it again")
                    : noJar("is not a JAR file");
        } catch (IOException unreadable) {
            return new RefusedException(
                    UNREADABLE, path.getFileName() + " cannot be read: " + unreadable, "check its permissions");
        }
    }

    private RefusedException noJar(String cause) {
        return new RefusedException(
                NOT_A_JAR, path.getFileName() + " " + cause, "replace it by the JAR it should be, or remove it");
    }
}
