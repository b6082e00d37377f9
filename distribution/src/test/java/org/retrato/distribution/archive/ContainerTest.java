package org.retrato.distribution.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.json.JsonValue;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.data.DataException;

@EnabledOnOs(OS.LINUX)
class ContainerTest {

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, String> LABELS = Map.of("org.opencontainers.image.version", "1.2.0");

    private static final JsonValue OF_A_BASE = new JsonValue("the layer of a base");

    /** Describes what is not there, for a kind of machine that nobody has. */
    private static final Map<String, ?> FOREIGN =
            Map.of("digest", "sha256:" + "0".repeat(64), "platform", Map.of("os", "linux", "architecture", "pdp11"));

    @TempDir
    private Path folder;

    private Path tree;

    @BeforeEach
    void make_a_distribution() throws Exception {
        tree = Tree.of(folder.resolve("tree"), Instant.now());
    }

    @Test
    void its_only_layer_is_the_distribution_and_all_hashes_are_right() throws Exception {
        var layout = write(Optional.empty(), "image");

        var descriptor = only(layout.index().get("manifests"));
        assertThat(descriptor
                        .get("annotations")
                        .get("org.opencontainers.image.ref.name")
                        .text())
                .isEqualTo("1.2.0");
        var manifest = read(layout, descriptor);
        var config = read(layout, manifest.get("config"));
        var layer = only(manifest.get("layers"));
        try (var content = new GZIPInputStream(Files.newInputStream(checked(layout, layer)))) {
            assertThat(only(config.get("rootfs").get("diff_ids")).text()).isEqualTo(hash(content));
        }
        Archive.tarGz(tree, "opt/retrato", TIME, folder.resolve("archive"));
        assertThat(layout.blob(layer)).hasSameBinaryContentAs(folder.resolve("archive"));
        assertThat(config.get("created").text()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(only(config.get("config").get("Entrypoint")).text()).isEqualTo("/opt/retrato/bin/retrato");
        assertThat(texts(config.get("config").get("Env"))).contains("RETRATO_CACHE=off", "LANG=C.UTF-8");
    }

    @Test
    void it_lies_on_the_layers_of_the_base_for_this_machine_and_keeps_what_that_says() throws Exception {
        var layout = write(Optional.of(base().folder()), "image");

        var manifest = read(layout, only(layout.index().get("manifests")));
        var layers = manifest.get("layers").elements();
        assertThat(layers).hasSize(2);
        assertThat(checked(layout, layers.getFirst())).hasContent("\"the layer of a base\"");
        var config = read(layout, manifest.get("config"));
        assertThat(texts(config.get("rootfs").get("diff_ids")))
                .hasSize(2)
                .first()
                .isEqualTo("sha256:base");
        assertThat(config.get("history").elements()).hasSize(2);
        assertThat(config.get("history")
                        .elements()
                        .getFirst()
                        .get("empty_layer")
                        .value())
                .isEqualTo(true);
        assertThat(config.get("config").get("Cmd").elements()).isEmpty();
        assertThat(config.get("config").get("User").text()).isEqualTo("nobody");
        assertThat(texts(config.get("config").get("Env")))
                .contains("LANG=es_ES.UTF-8", "RETRATO_CACHE=off")
                .doesNotContain("LANG=C.UTF-8");
        assertThat(config.get("config").get("Labels").value())
                .isEqualTo(Map.of("org.opencontainers.image.version", "1.2.0", "vendor", "the base's"));
    }

    @Test
    void the_bytes_are_the_same_again() throws Exception {
        var base = Optional.of(base().folder());
        assertThat(Tree.lines(write(base, "one").folder()))
                .isEqualTo(Tree.lines(write(base, "other").folder()));
    }

    @Test
    void nothing_is_written_where_something_is_wrong() throws Exception {
        assertThatThrownBy(() -> write(Optional.empty(), "tree"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("tree, which stays as it is; name another folder");
        assertRefused(tree, "there is no container image in " + tree);

        var foreign = ImageLayout.create(folder.resolve("foreign"));
        foreign.finish(new JsonValue(FOREIGN));
        assertRefused(foreign.folder(), "has no image for linux/" + Container.architecture());

        var base = base();
        var layer = Files.writeString(base.blob(base.add("", OF_A_BASE)), "damaged");
        assertRefused(base.folder(), layer + " is missing or damaged");
        Files.delete(layer);
        assertRefused(base.folder(), layer + " is missing or damaged");
    }

    private void assertRefused(Path base, String message) {
        assertThatThrownBy(() -> write(Optional.of(base), "image"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
        assertThat(folder).isDirectoryNotContaining("glob:**image*");
    }

    private ImageLayout write(Optional<Path> base, String name) {
        new Container(LABELS, TIME, base).write(tree, folder.resolve(name));
        return new ImageLayout(folder.resolve(name));
    }

    /** Makes a layout with an index in its index, in which there are images for two machines, one of them missing. */
    private ImageLayout base() throws IOException {
        var layout = ImageLayout.create(folder.resolve("base"));
        var execution = Map.of(
                "Cmd", List.of("bash"),
                "User", "nobody",
                "Env", List.of("LANG=es_ES.UTF-8"),
                "Labels", Map.of("vendor", "the base's"));
        var config = Map.of(
                "os", "linux",
                "architecture", Container.architecture(),
                "rootfs", Map.of("diff_ids", List.of("sha256:base")),
                "history", List.of(Map.of("empty_layer", true)),
                "config", execution);
        var manifest =
                Map.of("config", layout.add("", new JsonValue(config)), "layers", List.of(layout.add("", OF_A_BASE)));
        var images = List.of(FOREIGN, layout.add("", new JsonValue(manifest)));
        layout.finish(layout.add("", new JsonValue(Map.of("manifests", images))));
        return layout;
    }

    private static JsonValue read(ImageLayout layout, JsonValue descriptor) throws IOException {
        return JsonValue.read(checked(layout, descriptor));
    }

    /** Returns the file that a descriptor describes. */
    private static Path checked(ImageLayout layout, JsonValue descriptor) throws IOException {
        var blob = layout.blob(descriptor);
        assertThat(descriptor.get("size").value()).hasToString(Long.toString(Files.size(blob)));
        try (var content = Files.newInputStream(blob)) {
            assertThat(hash(content)).isEqualTo(descriptor.get("digest").text());
        }
        return blob;
    }

    private static String hash(InputStream content) throws IOException {
        var digest = ImageLayout.sha256();
        new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return ImageLayout.name(digest);
    }

    private static JsonValue only(JsonValue array) {
        assertThat(array.elements()).hasSize(1);
        return array.elements().getFirst();
    }

    private static List<String> texts(JsonValue array) {
        return array.elements().stream().map(JsonValue::text).toList();
    }
}
