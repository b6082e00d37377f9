package org.retrato.distribution.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.retrato.distribution.json.JsonValue;
import org.retrato.runtime.data.AtomicFile;
import org.retrato.runtime.data.DataException;

/**
 * Is a folder in the form of an OCI image layout: blobs that are called by their hashes, descriptors that name them, and an
 * index to begin with.
 *
 * @see <a href="https://github.com/opencontainers/image-spec">the specification</a>
 */
record ImageLayout(Path folder) {

    private static final String INDEX = "index.json";
    private static final Pattern DIGEST = Pattern.compile("sha256:([0-9a-f]{64})");

    /** Writes what becomes a blob. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Begins one without any blobs. */
    static ImageLayout create(Path folder) throws IOException {
        var layout = new ImageLayout(folder);
        Files.createDirectories(layout.blobs());
        return layout;
    }

    /** Ends one by naming its only image. */
    void finish(JsonValue manifest) throws IOException {
        var index = Map.of(
                "schemaVersion",
                2,
                "mediaType",
                "application/vnd.oci.image.index.v1+json",
                "manifests",
                List.of(manifest));
        Files.write(folder.resolve(INDEX), new JsonValue(index).bytes());
        Files.write(folder.resolve("oci-layout"), new JsonValue(Map.of("imageLayoutVersion", "1.0.0")).bytes());
    }

    /**
     * Returns the index.
     *
     * @throws DataException if this is no image layout
     */
    JsonValue index() {
        if (!Files.exists(folder.resolve(INDEX))) {
            throw new DataException("there is no container image in " + folder + ", as there is no " + INDEX
                    + "; name a folder in the form of an OCI image layout");
        }
        return JsonValue.read(folder.resolve(INDEX));
    }

    /**
     * Returns the file of the blob that a descriptor describes.
     *
     * @throws DataException if its name is of another form
     */
    Path blob(JsonValue descriptor) {
        var digest = descriptor.get("digest").text();
        var matcher = DIGEST.matcher(digest);
        if (!matcher.matches()) {
            throw new DataException(
                    folder + " speaks of a blob '" + digest + "'; Retrato knows only those with sha256");
        }
        return blobs().resolve(matcher.group(1));
    }

    private Path blobs() {
        return folder.resolve("blobs").resolve("sha256");
    }

    /** Adds a blob, and returns its descriptor. */
    JsonValue add(String mediaType, Content content) throws IOException {
        var unfinished = blobs().resolve("unfinished");
        var digest = sha256();
        try (var file = AtomicFile.open(unfinished)) {
            content.write(new DigestOutputStream(file.stream(), digest));
            file.commit();
        }
        var descriptor =
                new JsonValue(Map.of("mediaType", mediaType, "digest", name(digest), "size", Files.size(unfinished)));
        Files.move(unfinished, blob(descriptor), StandardCopyOption.REPLACE_EXISTING);
        return descriptor;
    }

    /** Adds JSON as a blob, and returns its descriptor. */
    JsonValue add(String mediaType, JsonValue content) throws IOException {
        return add(mediaType, out -> out.write(content.bytes()));
    }

    /**
     * Adds a blob of another layout.
     *
     * @throws DataException if it is damaged
     */
    void copy(ImageLayout other, JsonValue descriptor) throws IOException {
        var blob = other.blob(descriptor);
        if (!Files.exists(blob)
                || !add("", out -> Files.copy(blob, out)).get("digest").equals(descriptor.get("digest"))) {
            throw new DataException(blob + " is missing or damaged; fetch that image again");
        }
    }

    /** Returns the name of a blob, or of what it is unpacked. */
    static String name(MessageDigest digest) {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
