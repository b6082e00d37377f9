package org.retrato.runtime.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retrato.runtime.data.Image;

class PaletteTest {
    private static final Image RAINBOW = Image.generate(96, 96, (x, y) -> 0x20000 * x + 0x200 * y + x * y / 64);

    @Test
    void the_same_seed_gives_the_same_palette_and_another_seed_another() {
        assertThat(colours(Palette.of(RAINBOW, 16, 7))).isEqualTo(colours(Palette.of(RAINBOW, 16, 7)));
        assertThat(colours(Palette.of(RAINBOW, 16, 7))).isNotEqualTo(colours(Palette.of(RAINBOW, 16, 8)));
    }

    @Test
    void groups_of_similar_colours_are_found() {
        int[] centres = {0x203040, 0xC02020, 0x20C060, 0xE0E0D0};
        var image = Image.generate(64, 64, (x, y) -> centres[x / 16] + ((x + y) % 3 - 1) * 0x010101);

        assertThat(colours(Palette.of(image, 4, 1))).containsExactlyInAnyOrder(centres);
    }

    @Test
    void a_picture_with_fewer_colours_gives_a_smaller_palette_that_loses_nothing() {
        var image = Image.generate(9, 9, (x, _) -> x % 3 * 0x7F7F7F);
        var palette = Palette.of(image, 16, 1);

        assertThat(colours(palette)).containsExactly(0, 0x7F7F7F, 0xFEFEFE);
        assertThat(palette.picture(9, 9, palette.indices(image))).isEqualTo(image);
    }

    @Test
    void one_colour_is_the_mean() {
        var image = Image.generate(10, 10, (x, _) -> x < 5 ? 0x000010 : 0x204030);

        assertThat(colours(Palette.of(image, 1, 3))).containsExactly(0x102020);
    }

    @Test
    void each_pixel_gets_the_nearest_colour() {
        var palette = Palette.of(RAINBOW, 24, 5);
        var indices = palette.indices(RAINBOW);
        var pixels = RAINBOW.pixels();

        for (var i = 0; i < pixels.length; i++) {
            assertThat(indices[i]).isEqualTo(palette.nearest(pixels[i]));
        }
    }

    @Test
    void more_colours_cost_less() {
        var before = 0.0;
        for (var size : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256}) {
            var palette = Palette.of(RAINBOW, size, 1);
            var psnr = palette.picture(96, 96, palette.indices(RAINBOW)).psnr(RAINBOW);
            assertThat(palette.size()).isEqualTo(size);
            assertThat(psnr).isGreaterThan(before);
            before = psnr;
        }
    }

    @Test
    void probabilities_give_the_likeliest_colour_or_the_mean_of_all() {
        var palette = Palette.of(Image.of(2, 1, new int[] {0x000000, 0xFFFFFF}), 2, 1);
        var probabilities = new float[] {0.75f, 0.25f, 0.5f, 0.5f, 0, 1};

        assertThat(palette.likeliest(3, 1, probabilities).pixels()).containsExactly(0x000000, 0x000000, 0xFFFFFF);
        assertThat(palette.mean(3, 1, probabilities).pixels()).containsExactly(0x404040, 0x808080, 0xFFFFFF);
    }

    @Test
    void a_palette_without_colours_or_with_too_many_is_refused() {
        assertThatThrownBy(() -> Palette.of(RAINBOW, 0, 1)).hasMessage("a palette has 1 to 256 colours, not 0");
        assertThatThrownBy(() -> Palette.of(RAINBOW, 257, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] colours(Palette palette) {
        return IntStream.range(0, palette.size()).map(palette::colour).toArray();
    }
}
