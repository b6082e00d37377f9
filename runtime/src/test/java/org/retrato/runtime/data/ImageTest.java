package org.retrato.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ImageTest {
    private static final Image EVERY_BYTE = Image.generate(16, 16, (x, y) -> 0x010203 * (16 * y + x) & 0xFFFFFF);

    @Test
    void values_are_the_bytes_divided_by_255_and_come_back_unchanged() {
        assertThat(Image.of(1, 1, new int[] {0xFF8000}).values()).containsExactly(1f, 128 / 255f, 0f);
        assertThat(Image.ofValues(16, 16, EVERY_BYTE.values())).isEqualTo(EVERY_BYTE);
    }

    @Test
    void what_a_network_paints_outside_of_the_range_is_clamped() {
        var wild = new float[] {-3, 7, Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 0.5f};

        assertThat(Image.ofValues(2, 1, wild).pixels()).containsExactly(0x00FF00, 0x00FF80);
    }

    @Test
    void a_picture_is_not_changed_through_the_arrays_it_was_made_of_or_gave_away() {
        var pixels = new int[] {1, 2};
        var image = Image.of(2, 1, pixels);
        pixels[0] = 9;
        image.pixels()[1] = 9;

        assertThat(image.pixels()).containsExactly(1, 2);
    }

    @Test
    void one_step_of_255_everywhere_is_an_error_of_48_decibels() {
        var grey = Image.generate(5, 4, (_, _) -> 0x646464);
        var lighter = Image.generate(5, 4, (_, _) -> 0x656565);

        assertThat(grey.meanSquaredError(lighter)).isCloseTo(1 / (255.0 * 255.0), within(1e-15));
        assertThat(grey.psnr(lighter)).isCloseTo(48.1308, within(1e-4));
    }

    @Test
    void an_equal_picture_has_no_error_and_the_opposite_one_all() {
        var black = Image.generate(3, 3, (_, _) -> 0);
        var white = Image.generate(3, 3, (_, _) -> 0xFFFFFF);

        assertThat(black.psnr(black)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(black.psnr(white)).isEqualTo(0.0);
        assertThatThrownBy(() -> black.psnr(EVERY_BYTE))
                .hasMessage("cannot compare a picture of 3x3 with one of 16x16");
    }

    @Test
    void a_picture_that_is_not_larger_than_the_size_is_left_as_it_is() {
        assertThat(EVERY_BYTE.scaledTo(16)).isSameAs(EVERY_BYTE);
        assertThat(EVERY_BYTE.scaledTo(500)).isSameAs(EVERY_BYTE);
    }

    @Test
    void scaling_down_keeps_the_light_of_a_chequerboard() {
        var board = Image.generate(64, 64, (x, y) -> (x + y) % 2 == 0 ? 0xFFFFFF : 0);

        // half the light is 188 of 255 in sRGB, not 128
        assertThat(board.scaledTo(32)).isEqualTo(Image.generate(32, 32, (_, _) -> 0xBCBCBC));
    }

    @Test
    void scaling_down_by_any_factor_leaves_a_flat_colour_alone() {
        var flat = Image.generate(101, 67, (_, _) -> 0x12C8FE);

        for (var side = 1; side <= 101; side++) {
            var scaled = flat.scaledTo(side);
            assertThat(scaled.width()).isEqualTo(side);
            assertThat(scaled).isEqualTo(Image.generate(side, scaled.height(), (_, _) -> 0x12C8FE));
        }
    }

    @Test
    void scaling_down_keeps_the_proportions_and_a_pixel_at_least() {
        assertThat(Image.generate(300, 200, (_, _) -> 0).scaledTo(150).height()).isEqualTo(100);
        assertThat(Image.generate(1, 1000, (_, _) -> 0).scaledTo(10)).hasToString("Image[1x10]");
    }
}
