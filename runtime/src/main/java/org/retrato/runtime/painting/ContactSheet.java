package org.retrato.runtime.painting;

import java.util.List;
import org.retrato.runtime.data.Image;

/**
 * Hangs pictures side by side, row by row, each with its label. Pictures keep their size; smaller ones are centred.
 *
 * @param title what stands above, {@code ""} for nothing
 * @param tiles at least one; put the target first
 * @param columns how many stand in a row, at least 1
 */
public record ContactSheet(String title, List<Tile> tiles, int columns) {
    public ContactSheet {
        tiles = List.copyOf(tiles);
        if (columns < 1) {
            throw new IllegalArgumentException("a contact sheet needs a column, not " + columns);
        }
    }

    /** Draws the sheet. */
    public Image draw() {
        var wall = Wall.of(tiles);
        var inRow = Math.min(columns, tiles.size());
        var rows = (tiles.size() + inRow - 1) / inRow;
        var left = wall.margin();
        var top = left + (title.isEmpty() ? 0 : wall.pixels(42));
        var inner = inRow * wall.stepX() - wall.gap();
        var canvas = new Canvas(inner + 2 * left, top + rows * wall.stepY() - wall.gap() + left, Wall.PAPER);
        wall.title().write(canvas, left, left + wall.pixels(18), wall.title().fit(title, inner), Wall.INK);
        for (var i = 0; i < tiles.size(); i++) {
            wall.hang(canvas, tiles.get(i), left + i % inRow * wall.stepX(), top + i / inRow * wall.stepY());
        }
        return canvas.image();
    }
}
