package org.retrato.runtime.painting;

import java.util.List;
import org.retrato.runtime.data.Image;

/**
 * Says how large everything on a sheet is, in proportion to its widest tile, and hangs tiles.
 *
 * @param width the width of the place of a tile, in pixels
 * @param height the height of the place of its picture
 * @param lines how many lines of text are below it
 * @param unit the size of everything else: 1 for tiles of 128 pixels
 */
record Wall(int width, int height, int lines, double unit) {
    static final int PAPER = 0xF7F3EB;
    static final int INK = 0x2B2723;
    static final int PENCIL = 0x81776C;
    static final int CORAL = 0xB4472E;
    static final int HAIRLINE = 0xD5CBBC;

    static Wall of(List<Tile> tiles) {
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException("a contact sheet needs a tile");
        }
        var width =
                tiles.stream().mapToInt(tile -> tile.picture().width()).max().orElseThrow();
        var height =
                tiles.stream().mapToInt(tile -> tile.picture().height()).max().orElseThrow();
        var wall = new Wall(width, height, 0, Math.clamp(width / 128.0, 0.85, 2.2));
        var lines = tiles.stream()
                .mapToInt(tile -> wall.wrapped(tile, width).size())
                .max()
                .orElseThrow();
        return new Wall(width, height, lines, wall.unit);
    }

    int pixels(double units) {
        return (int) Math.round(units * unit);
    }

    int margin() {
        return pixels(34);
    }

    int gap() {
        return pixels(16);
    }

    int stepX() {
        return width + gap();
    }

    int stepY() {
        return height + lines * lineHeight() + gap() + pixels(lines > 0 ? 6 : 0);
    }

    private int lineHeight() {
        return pixels(17);
    }

    Lettering title() {
        return new Lettering(20 * unit, 0.115);
    }

    Lettering heading() {
        return new Lettering(10.5 * unit, 0.15);
    }

    private Lettering label() {
        return new Lettering(8.6 * unit, 0.135);
    }

    /** Hangs a tile at the upper left corner of its place, smaller pictures in the middle of it. */
    void hang(Canvas canvas, Tile tile, int left, int top) {
        var picture = tile.picture();
        var x = left + (width - picture.width()) / 2;
        var y = top + (height - picture.height()) / 2;
        if (tile.best()) {
            var frame = pixels(4);
            canvas.fill(x - frame, y - frame, picture.width() + 2 * frame, picture.height() + 2 * frame, CORAL);
            canvas.fill(x - frame / 2, y - frame / 2, picture.width() + frame, picture.height() + frame, PAPER);
        }
        canvas.draw(x, y, picture);
        label(canvas, tile, left, top + height, width);
    }

    private void label(Canvas canvas, Tile tile, int left, int top, int limit) {
        var lines = wrapped(tile, limit);
        var first = tile.lines().isEmpty()
                ? 0
                : label().wrap(tile.lines().getFirst(), limit).size();
        for (var i = 0; i < lines.size(); i++) {
            var colour = tile.best() ? CORAL : i < first ? INK : PENCIL;
            var baseline = top + pixels(19) + i * lineHeight();
            label().write(canvas, left, baseline, label().fit(lines.get(i), limit), colour);
        }
    }

    private List<String> wrapped(Tile tile, int limit) {
        return tile.lines().stream()
                .flatMap(line -> label().wrap(line, limit).stream())
                .toList();
    }

    /** Draws a picture with its label, outside the grid. */
    void show(Canvas canvas, Tile tile, int left, int top) {
        Image picture = tile.picture();
        canvas.draw(left, top, picture);
        label(canvas, tile, left, top + picture.height(), picture.width());
    }

    /** Returns how high a tile outside the grid is. */
    int shownHeight(Tile tile) {
        return tile.picture().height() + wrapped(tile, tile.picture().width()).size() * lineHeight() + pixels(6);
    }
}
