package org.retrato.runtime.painting;

import java.util.List;
import org.retrato.runtime.data.Image;

/**
 * Hangs the target at the left and beside it a matrix of pictures: every combination of three things in one view.
 *
 * @param title what stands above the target
 * @param target best about twice as wide as a tile
 * @param groups the headings above, at least one; each group repeats the same columns
 * @param columns the headings within each group, at least one
 * @param rows the headings of the rows, at least one
 * @param tiles row by row, one for each place
 */
public record MatrixSheet(
        String title, Tile target, List<String> groups, List<String> columns, List<String> rows, List<Tile> tiles) {
    public MatrixSheet {
        groups = List.copyOf(groups);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        tiles = List.copyOf(tiles);
        if (tiles.size() != groups.size() * columns.size() * rows.size()) {
            throw new IllegalArgumentException("%d tiles for %d groups of %d columns and %d rows"
                    .formatted(tiles.size(), groups.size(), columns.size(), rows.size()));
        }
    }

    /** Draws the sheet. */
    public Image draw() {
        var wall = Wall.of(tiles);
        var top = wall.margin() + wall.pixels(58);
        var left = tilesLeft(wall);
        var height = Math.max(rows.size() * wall.stepY() - wall.gap(), wall.shownHeight(target));
        var right = left + groups.size() * groupStep(wall) - groupGap(wall) - wall.gap();
        var canvas = new Canvas(right + wall.margin(), top + height + wall.margin(), Wall.PAPER);
        wall.title().write(canvas, wall.margin(), wall.margin() + wall.pixels(18), title, Wall.INK);
        wall.show(canvas, target, wall.margin(), top);
        for (var group = 0; group < groups.size(); group++) {
            headGroup(canvas, wall, groups.get(group), left + group * groupStep(wall));
        }
        for (var row = 0; row < rows.size(); row++) {
            var middle = top + row * wall.stepY() + wall.height() / 2 + wall.pixels(5);
            var end = left - wall.gap() - wall.heading().width(rows.get(row));
            wall.heading().write(canvas, end, middle, rows.get(row), Wall.INK);
        }
        for (var i = 0; i < tiles.size(); i++) {
            var inRow = groups.size() * columns.size();
            var x = left + i % inRow * wall.stepX() + i % inRow / columns.size() * groupGap(wall);
            wall.hang(canvas, tiles.get(i), x, top + i / inRow * wall.stepY());
        }
        return canvas.image();
    }

    private int tilesLeft(Wall wall) {
        var target = Math.max(target().picture().width(), (int) wall.title().width(title));
        var headings = rows.stream().mapToDouble(wall.heading()::width).max().orElse(0);
        return wall.margin() + target + wall.pixels(34) + (int) headings + wall.gap();
    }

    private int groupGap(Wall wall) {
        return groups.size() > 1 ? wall.pixels(18) : 0;
    }

    private int groupStep(Wall wall) {
        return columns.size() * wall.stepX() + groupGap(wall);
    }

    private void headGroup(Canvas canvas, Wall wall, String group, int left) {
        var width = columns.size() * wall.stepX() - wall.gap();
        var baseline = wall.margin() + wall.pixels(18);
        head(canvas, wall, group, left + width / 2.0, columns.size() * wall.stepX(), baseline, Wall.INK);
        canvas.fill(left, baseline + wall.pixels(10), width, Math.max(1, wall.pixels(1)), Wall.HAIRLINE);
        for (var i = 0; i < columns.size(); i++) {
            var middle = left + i * wall.stepX() + wall.width() / 2.0;
            head(canvas, wall, columns.get(i), middle, wall.stepX(), baseline + wall.pixels(29), Wall.PENCIL);
        }
    }

    /** Writes a heading, cut where it would touch the next. */
    private static void head(Canvas canvas, Wall wall, String text, double middle, int step, int baseline, int colour) {
        var heading = wall.heading();
        heading.centre(canvas, middle, baseline, heading.fit(text, step - wall.pixels(6)), colour);
    }
}
