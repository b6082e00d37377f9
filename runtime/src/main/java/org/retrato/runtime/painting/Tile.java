package org.retrato.runtime.painting;

import java.util.List;
import org.retrato.runtime.data.Image;

/**
 * Holds a picture on a contact sheet and the lines below it.
 *
 * @param lines the first is set in ink, the others in pencil; what is too wide is broken at blanks
 * @param best whether it is marked as the best
 */
public record Tile(Image picture, List<String> lines, boolean best) {
    public Tile {
        lines = List.copyOf(lines);
    }

    /** Holds a tile that is not marked. */
    public Tile(Image picture, String... lines) {
        this(picture, List.of(lines), false);
    }
}
