package org.retrato.distribution.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.runtime.data.Image;

class FilmRecorderTest {

    @Test
    void frames_go_from_the_first_to_the_last_step_and_are_closer_together_at_first() {
        var frames = FilmRecorder.frames(1000).stream().toList();
        assertThat(frames).startsWith(0, 2, 4).endsWith(1000).hasSizeBetween(40, 50);
        assertThat(FilmRecorder.frames(1)).containsExactly(0, 1);
    }

    @Test
    void a_film_that_is_not_finished_leaves_nothing_behind(@TempDir Path folder) {
        try (var recorder = new FilmRecorder(folder.resolve("film.gif"), 10)) {
            recorder.painted(new Painting(0, Image.of(1, 1, new int[1]), 10));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_last_painting_closes_the_film_whenever_it_was_interrupted(@TempDir Path folder) {
        var path = folder.resolve("film.gif");
        try (var recorder = new FilmRecorder(path, 1000)) {
            recorder.painted(new Painting(0, Image.of(1, 1, new int[1]), 10));
            recorder.painted(new Painting(3, Image.of(1, 1, new int[1]), 10));
            assertThat(recorder.finish(new Painting(5, Image.of(1, 1, new int[] {255}), 10)))
                    .isTrue();
        }
        assertThat(Files.exists(path)).isTrue();
    }
}
