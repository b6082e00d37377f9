package org.retrato.distribution.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.retrato.runtime.painting.Palette;

class PortraitTest {
    @Test
    void drawing_it_again_gives_the_same_pixels() {
        assertThat(Portrait.draw()).isEqualTo(Portrait.read());
    }

    @Test
    void it_is_512_by_512_and_small_enough_to_ship() throws IOException {
        try (var stream = Portrait.class.getResourceAsStream("portrait.png")) {
            assertThat(stream.readAllBytes()).hasSizeLessThan(500_000);
        }
        assertThat(Portrait.read()).hasToString("Image[512x512]");
    }

    @Test
    void it_has_what_tells_styles_apart_flat_colour_and_more_than_a_small_palette_can_show() {
        var portrait = Portrait.read();
        var palette = Palette.of(portrait, 16, 1);

        assertThat(palette.picture(512, 512, palette.indices(portrait)).psnr(portrait))
                .isBetween(20.0, 32.0);
        assertThat(portrait.pixels())
                .satisfies(pixels ->
                        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(10_000));
    }
}
