package org.retrato.runtime.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.retrato.runtime.data.Image;

class ContactSheetTest {
    private static final int RED = 0xFF0000;
    private static final Tile TILE = new Tile(Image.generate(100, 80, (_, _) -> RED), "relu · mse · adam", "27.3 dB");

    @Test
    void every_tile_hangs_on_the_sheet_whole() {
        var sheet = new ContactSheet("Styles", Collections.nCopies(7, TILE), 3).draw();

        assertThat(count(sheet, RED)).isEqualTo(7L * 100 * 80);
    }

    @Test
    void a_sheet_is_no_wider_than_its_tiles() {
        var one = new ContactSheet("", List.of(TILE), 6).draw();
        var two = new ContactSheet("", List.of(TILE, TILE), 6).draw();

        assertThat(one.width()).isLessThan(200);
        assertThat(two.width()).isBetween(one.width() + 100, one.width() + 130);
    }

    @Test
    void labels_are_written_and_long_ones_take_more_lines() {
        var nameless = new Tile(TILE.picture());
        var wordy = new Tile(TILE.picture(), "sigmoid · cross-entropy · momentum");

        assertThat(count(new ContactSheet("", List.of(nameless), 1).draw(), Wall.INK))
                .isZero();
        assertThat(new ContactSheet("", List.of(wordy), 1).draw().height())
                .isGreaterThan(new ContactSheet("", List.of(new Tile(TILE.picture(), "relu")), 1)
                        .draw()
                        .height());
    }

    @Test
    void the_best_is_framed() {
        var best = new Tile(TILE.picture(), TILE.lines(), true);

        assertThat(count(new ContactSheet("", List.of(TILE), 1).draw(), Wall.CORAL))
                .isZero();
        assertThat(count(new ContactSheet("", List.of(best), 1).draw(), Wall.CORAL))
                .isGreaterThan(400);
    }

    @Test
    void a_matrix_shows_every_combination_and_the_target() {
        var target = new Tile(Image.generate(200, 160, (_, _) -> 0x00FF00), "target");
        var matrix = new MatrixSheet(
                        "36 artists",
                        target,
                        List.of("relu", "sigmoid", "tanh"),
                        List.of("mse", "cross-entropy", "huber"),
                        List.of("sgd", "momentum", "adam", "rmsprop"),
                        Collections.nCopies(36, TILE))
                .draw();

        assertThat(count(matrix, RED)).isEqualTo(36L * 100 * 80);
        assertThat(count(matrix, 0x00FF00)).isEqualTo(200L * 160);
    }

    @Test
    void a_heading_of_a_matrix_ends_before_the_next_begins() {
        assertThat(headed("quantile(quantile=0.5, and so on)").pixels())
                .isEqualTo(headed("quantile(quantile=0.5, and so on and on)").pixels())
                .isNotEqualTo(headed("quantile").pixels());
    }

    private static Image headed(String column) {
        return new MatrixSheet("", TILE, List.of("a", "b"), List.of(column), List.of("c"), List.of(TILE, TILE)).draw();
    }

    @Test
    void a_matrix_with_a_hole_is_refused() {
        assertThatThrownBy(
                        () -> new MatrixSheet("", TILE, List.of("a"), List.of("b"), List.of("c", "d"), List.of(TILE)))
                .hasMessage("1 tiles for 1 groups of 1 columns and 2 rows");
    }

    private static long count(Image image, int colour) {
        return Arrays.stream(image.pixels()).filter(pixel -> pixel == colour).count();
    }
}
