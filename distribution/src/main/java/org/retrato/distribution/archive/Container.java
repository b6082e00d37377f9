package org.retrato.distribution.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.retrato.distribution.json.JsonValue;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.data.DataException;

/**
 * Makes a container image of a distribution, as a folder in the form of an OCI image layout: a layer with the distribution on
 * those of a base, which brings the C library (glibc) and the shell that it needs to run. It is written here because Jib would
 * bring 30 JARs, 6.5 MB, and want a registry for its base.
 *
 * @param labels what the image says of itself, as {@code org.opencontainers.image.version}
 * @param created when it was made, and all in its layer last modified
 * @param base an OCI image layout to build on; without one, the image has the distribution alone, for others to copy from
 */
public record Container(Map<String, String> labels, Instant created, Optional<Path> base) {

    /** Where the distribution is in the container. */
    static final String HOME = "/opt/retrato";

    private static final String TYPE = "application/vnd.oci.image.";
    private static final String VERSION = "org.opencontainers.image.version";
    private static final String REFERENCE = "org.opencontainers.image.ref.name";

    /**
     * Makes the image: the whole folder or nothing.
     *
     * @param distribution the folder of the distribution
     * @param folder where to make it; nothing is there yet
     * @throws InputException if something is there, or this is not Linux
     * @throws DataException if the base cannot be read, or the folder not be written
     */
    public void write(Path distribution, Path folder) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException("there is already a " + folder + ", which stays as it is; name another folder");
        }
        var architecture = architecture();
        var below = base.map(image -> BaseImage.read(image, architecture)).orElse(BaseImage.NONE);
        var unfinished = folder.resolveSibling(".%s.%d.tmp"
                .formatted(folder.getFileName(), ProcessHandle.current().pid()));
        try {
            try {
                write(distribution, below, architecture, ImageLayout.create(unfinished));
                Files.move(unfinished, folder);
            } finally {
                delete(unfinished);
            }
        } catch (IOException failure) {
            throw new DataException("cannot write " + folder + ": " + failure.getMessage(), failure);
        }
    }

    private void write(Path distribution, BaseImage below, String architecture, ImageLayout layout) throws IOException {
        for (var layer : below.layers().elements()) {
            layout.copy(below.layout(), layer);
        }
        var unpacked = ImageLayout.sha256();
        var layer = layout.add(TYPE + "layer.v1.tar+gzip", out -> {
            var gzip = Archive.gzip(out);
            Archive.tar(Member.of(distribution, HOME.substring(1)), created, new DigestOutputStream(gzip, unpacked));
            gzip.finish();
        });
        var config = new ImageConfig(labels, created, architecture, ImageLayout.name(unpacked));
        var manifest = new JsonValue(Map.of(
                "schemaVersion",
                2,
                "mediaType",
                TYPE + "manifest.v1+json",
                "config",
                layout.add(TYPE + "config.v1+json", config.on(below.config())),
                "layers",
                below.layers().and(layer)));
        layout.finish(layout.add(TYPE + "manifest.v1+json", manifest)
                .with("platform", Map.of("os", "linux", "architecture", architecture))
                .with("annotations", Map.of(REFERENCE, labels.getOrDefault(VERSION, "latest"))));
    }

    /** Returns the kind of processor of this machine, as container images call it. */
    static String architecture() {
        var system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            throw new InputException(
                    "a container runs Linux, and the Java here is one for " + system + "; make the container on Linux");
        }
        var processor = System.getProperty("os.arch");
        return processor.equals("aarch64") ? "arm64" : processor;
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
