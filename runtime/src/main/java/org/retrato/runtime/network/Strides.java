package org.retrato.runtime.network;

import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.matrix.PanelLayout;

/** Moves rows between arrays without gaps and the tiles that matrix products work on, whose rows are padded. */
public final class Strides {

    private Strides() {}

    /** Returns the distance between two rows of a tile. */
    public static int of(int width) {
        return PanelLayout.stride(width);
    }

    /** Returns a new tile of zeros, in which rows of this width may lie with or without gaps. */
    public static Floats tile(FloatArena arena, int rows, int width) {
        return arena.allocate(PanelLayout.room(rows, width));
    }

    /** Copies rows without gaps, from {@code first}, into a tile. */
    public static void spread(Floats rows, int first, Floats tile, int width, int count) {
        var stride = of(width);
        for (var row = 0; row < count; row++) {
            var from = rows.offset() + (first + row) * width;
            System.arraycopy(rows.array(), from, tile.array(), tile.offset() + row * stride, width);
        }
    }

    /** Copies the rows of a tile to an array without gaps, from {@code first}. */
    public static void gather(Floats tile, int width, Floats rows, int first, int count) {
        var stride = of(width);
        for (var row = 0; row < count; row++) {
            var to = rows.offset() + (first + row) * width;
            System.arraycopy(tile.array(), tile.offset() + row * stride, rows.array(), to, width);
        }
    }
}
