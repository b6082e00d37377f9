package org.retrato.distribution.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.retrato.distribution.json.JsonValue;
import org.retrato.runtime.data.DataException;

/**
 * Is the image that another one is built on.
 *
 * @param config what it says of itself
 * @param layers the descriptors of its layers, the lowest first
 */
record BaseImage(ImageLayout layout, JsonValue config, JsonValue layers) {

    /** Has nothing in it. */
    static final BaseImage NONE =
            new BaseImage(new ImageLayout(Path.of("")), new JsonValue(Map.of()), new JsonValue(List.of()));

    /**
     * Reads the first image for Linux on a kind of processor.
     *
     * @param folder an OCI image layout
     * @param architecture the kind of processor, as {@code amd64}
     * @throws DataException if there is none
     */
    static BaseImage read(Path folder, String architecture) {
        var layout = new ImageLayout(folder);
        return find(layout, layout.index(), architecture)
                .orElseThrow(() -> new DataException(
                        folder + " has no image for linux/" + architecture + "; fetch one with that platform"));
    }

    private static Optional<BaseImage> find(ImageLayout layout, JsonValue index, String architecture) {
        return index.get("manifests").elements().stream()
                .flatMap(descriptor -> image(layout, descriptor, architecture).stream())
                .findFirst();
    }

    private static Optional<BaseImage> image(ImageLayout layout, JsonValue descriptor, String architecture) {
        var platform = descriptor.get("platform"); // of others not even the blobs may be there
        if (!platform.get("os").text().isEmpty() && !fits(platform, architecture)) {
            return Optional.empty();
        }
        var content = JsonValue.read(layout.blob(descriptor));
        if (!content.get("manifests").elements().isEmpty()) {
            return find(layout, content, architecture);
        }
        var config = JsonValue.read(layout.blob(content.get("config")));
        return Optional.of(new BaseImage(layout, config, content.get("layers")))
                .filter(image -> fits(config, architecture));
    }

    private static boolean fits(JsonValue platform, String architecture) {
        return platform.get("os").text().equals("linux")
                && platform.get("architecture").text().equals(architecture);
    }
}
