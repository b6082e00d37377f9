package org.retrato.runtime.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.runtime.data.DataException;
import org.retrato.runtime.data.Image;

class FilmTest {
    private static final Duration DELAY = Duration.ofMillis(80);
    private static final Duration HOLD = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @Test
    void a_film_has_its_frames_its_delays_and_a_longer_end() throws IOException {
        var path = folder.resolve("film.gif");
        film(path, frame(1), frame(2), frame(3));

        var reader = reader(path);
        assertThat(reader.getNumImages(true)).isEqualTo(3);
        assertThat(delays(reader)).containsExactly("8", "8", "300");
        assertThat(Files.readString(path, StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0");
    }

    @Test
    void frames_with_up_to_256_colours_lose_nothing() throws IOException {
        var path = folder.resolve("film.gif");
        film(path, frame(1), frame(5));

        assertThat(frames(reader(path))).containsExactly(frame(1), frame(5));
    }

    @Test
    void noise_and_flat_colour_of_any_size_survive_the_compression() throws IOException {
        var seed = 7L;
        var random = new Random(seed);
        int[][] sizes = {{1, 1}, {1, 255}, {2, 3}, {300, 200}, {512, 512}};
        for (var size : sizes) {
            var greys = Image.generate(size[0], size[1], (_, _) -> 0x010101 * random.nextInt(256));
            var flat = Image.generate(size[0], size[1], (_, _) -> 0x123456);
            var path = folder.resolve("film.gif");
            film(path, greys, flat);

            assertThat(frames(reader(path)))
                    .as("%d by %d, seed %d", size[0], size[1], seed)
                    .containsExactly(greys, flat);
        }
    }

    @Test
    void a_film_of_one_frame_holds_it() throws IOException {
        var path = folder.resolve("film.gif");
        film(path, frame(1));

        assertThat(delays(reader(path))).containsExactly("300");
    }

    @Test
    void a_film_that_is_not_finished_leaves_the_earlier_one_and_nothing_else() throws IOException {
        var path = Files.writeString(folder.resolve("film.gif"), "earlier");
        try (var film = Film.open(path, DELAY, HOLD)) {
            film.add(frame(1));
            film.add(frame(2));
        }

        assertThat(path).hasContent("earlier");
        assertThat(folder.toFile().list()).containsExactly("film.gif");
    }

    @Test
    void a_place_where_no_film_can_be_is_refused_at_once() {
        assertThatThrownBy(() -> Film.open(folder.resolve("no/film.gif"), DELAY, HOLD))
                .isInstanceOf(DataException.class);
    }

    @Test
    void a_frame_of_another_size_and_a_film_without_frames_are_refused() {
        try (var film = Film.open(folder.resolve("film.gif"), DELAY, HOLD)) {
            assertThatThrownBy(film::finish).hasMessage("a film needs a frame");
            film.add(frame(1));
            assertThatThrownBy(() -> film.add(Image.of(1, 1, new int[1])))
                    .hasMessage("a frame of Image[1x1] in a film of Image[24x16]");
        }
    }

    private static Image frame(int number) {
        return Image.generate(24, 16, (x, y) -> x / 2 * 0x140000 + y / 2 * 0x1E00 + number * 40);
    }

    private static void film(Path path, Image... frames) {
        try (var film = Film.open(path, DELAY, HOLD)) {
            for (var frame : frames) {
                film.add(frame);
            }
            film.finish();
        }
    }

    private static ImageReader reader(Path path) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(path.toFile()));
        return reader;
    }

    private static List<Image> frames(ImageReader reader) throws IOException {
        var frames = new ArrayList<Image>();
        for (var i = 0; i < reader.getNumImages(true); i++) {
            var picture = reader.read(i);
            frames.add(Image.generate(picture.getWidth(), picture.getHeight(), picture::getRGB));
        }
        return frames;
    }

    private static List<String> delays(ImageReader reader) throws IOException {
        var delays = new ArrayList<String>();
        for (var i = 0; i < reader.getNumImages(true); i++) {
            var tree = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
            var control = (IIOMetadataNode)
                    tree.getElementsByTagName("GraphicControlExtension").item(0);
            delays.add(control.getAttribute("delayTime"));
        }
        return delays;
    }
}
