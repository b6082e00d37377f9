package org.retrato.runtime.painting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.painting.TerminalPicture.Colours;

class TerminalPictureTest {
    @Test
    void each_character_is_two_pixels() {
        var image = Image.of(2, 2, new int[] {0x010203, 0x040506, 0x070809, 0x0A0B0C});

        assertThat(new TerminalPicture(80, 24, Colours.TRUE).lines(image))
                .containsExactly("\u001b[38;2;1;2;3;48;2;7;8;9m▀\u001b[38;2;4;5;6;48;2;10;11;12m▀\u001b[0m");
    }

    @Test
    void the_lower_half_of_an_odd_last_row_is_left_alone() {
        assertThat(new TerminalPicture(80, 24, Colours.TRUE).lines(Image.of(1, 1, new int[] {0xFF0000})))
                .containsExactly("\u001b[38;2;255;0;0;49m▀\u001b[0m");
    }

    @Test
    void a_picture_is_fitted_to_the_columns_and_the_rows() {
        var wide = new TerminalPicture(40, 20, Colours.TRUE).lines(Image.generate(400, 100, (x, _) -> x));
        var high = new TerminalPicture(40, 20, Colours.TRUE).lines(Image.generate(100, 400, (x, _) -> x));

        assertThat(wide).hasSize(5).allSatisfy(line -> assertThat(blocks(line)).isEqualTo(40));
        assertThat(high).hasSize(20).allSatisfy(line -> assertThat(blocks(line)).isEqualTo(10));
    }

    @Test
    void even_the_smallest_terminal_shows_something() {
        assertThat(new TerminalPicture(1, 1, Colours.INDEXED).lines(Image.generate(512, 512, (_, _) -> 0)))
                .hasSize(1);
    }

    @Test
    void a_terminal_of_256_colours_gets_the_nearest_of_them() {
        var image = Image.of(6, 1, new int[] {0x000000, 0xFFFFFF, 0xFF0000, 0x5F87AF, 0x808080, 0x121212});
        var line = new TerminalPicture(80, 24, Colours.INDEXED).lines(image).getFirst();

        assertThat(line.split("▀"))
                .extracting(part -> part.replaceAll(".*38;5;(\\d+).*", "$1"))
                .startsWith("16", "231", "196", "67", "244", "233");
    }

    @Test
    void a_redraw_goes_up_over_what_was_printed() {
        var terminal = new TerminalPicture(10, 10, Colours.TRUE);
        var image = Image.generate(10, 10, (x, y) -> x * y);

        assertThat(terminal.redraw(image, 0)).startsWith("\u001b[38;2;0").endsWith("\u001b[0m\n");
        assertThat(terminal.redraw(image, 5)).isEqualTo("\u001b[5F" + terminal.redraw(image, 0));
    }

    private static long blocks(String line) {
        return line.chars().filter(character -> character == '▀').count();
    }
}
