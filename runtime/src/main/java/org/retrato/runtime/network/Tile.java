package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.matrix.PanelLayout;
import org.retrato.runtime.compile.matrix.Transposition;

/**
 * Sends a few rows through a network and their gradients back, and keeps what the gradients of the weights need: few enough
 * rows that they stay in the cache on the whole way.
 *
 * <pre>
 *   inputs ─▶ features ─▶ units (there and back, layer after layer, units × rows) ─▶ outputs
 *                │                │  transposed: y and dz of each layer                 │
 *                └────────────────┴───────── rows × units, for the weights ─────────────┘
 * </pre>
 */
public final class Tile {

    /** The most rows that the tile of a wide network should have: a multiple of the columns of a panel. */
    public static final int ROWS = 192;

    private static final int MOST_ROWS = 1024;

    /** So many floats go from one layer to the next where a tile of {@link #ROWS} is large enough. */
    private static final int FLOATS = ROWS * 256;

    private final Model model;
    private final Transposition transposition = Transposition.of(VectorWidth.current());
    private final Floats inputs;
    private final Floats featureRows;
    private final Floats features;
    private final Execution encoding;
    private final List<Floats> units = new ArrayList<>();
    private final List<HiddenLayer> hidden = new ArrayList<>();
    private final Floats outputs;
    private final Floats outputGradient;
    private final Floats outputPanels;
    private int rows;

    /**
     * Reserves the memory.
     *
     * @param rows the most rows that it will be given
     * @param training whether {@link #backward} will be called
     */
    public Tile(Model model, int rows, boolean training, FloatArena arena) {
        this.model = model;
        var width = model.layers().getFirst().inputs();
        inputs = rows(arena, rows, model.network().inputs());
        featureRows = rows(arena, rows, width);
        features = arena.allocate(PanelLayout.room(rows, width));
        encoding = model.encoding().start();
        encoding.input(0, inputs);
        for (var i = 0; i < model.constants().size(); i++) {
            encoding.input(i + 1, model.constants().get(i));
        }
        encoding.output(0, featureRows);

        for (var i = 0; i < 2; i++) {
            units.add(arena.allocate(PanelLayout.room(widest(model), rows)));
        }
        for (var i = 0; i < model.activations().size(); i++) {
            hidden.add(HiddenLayer.of(
                    model.activations().get(i), model.learned().get(i), unitsAfter(i), rows, training, arena));
        }
        var outputWidth = model.network().outputs();
        outputs = rows(arena, rows, outputWidth);
        outputGradient = rows(arena, training ? rows : 0, outputWidth);
        outputPanels = arena.allocate(PanelLayout.room(rows, outputWidth));
    }

    private static Floats rows(FloatArena arena, int rows, int width) {
        return arena.allocate(Execution.room(rows * width));
    }

    /** Returns where a layer writes what it yields: layers use the same memory in turn. */
    private Floats unitsAfter(int layer) {
        return units.get((layer + 1) % 2);
    }

    /** Returns the most rows that a tile of this network should have: more where it is narrow, for less ado about each. */
    public static int mostRows(Model model) {
        return Math.clamp(FLOATS / widest(model), ROWS, MOST_ROWS) / PanelLayout.WIDTH * PanelLayout.WIDTH;
    }

    private static int widest(Model model) {
        return model.layers().stream()
                .mapToInt(layer -> Math.max(layer.inputs(), layer.outputs()))
                .max()
                .orElseThrow();
    }

    /** Rounds a number of rows up to the next that the matrix products take without waste. */
    public static int padded(int rows) {
        return PanelLayout.panels(rows) * PanelLayout.WIDTH;
    }

    /** Returns where the inputs of the rows are written, row by row without gaps. */
    public Floats inputs() {
        return inputs;
    }

    /** Computes the outputs of the first rows, and returns them row by row without gaps. */
    public Floats forward(int rows) {
        this.rows = rows;
        encoding.run(rows);
        var width = model.layers().getFirst().inputs();
        PanelLayout.pack(featureRows, features, rows, width);
        transposition.run(features, rows, width, units.getFirst());
        for (var i = 0; i < model.layers().size(); i++) {
            model.layers().get(i).forward(unitsAfter(i - 1), unitsAfter(i), rows);
            if (i < hidden.size()) {
                hidden.get(i).forward(rows);
            }
        }
        var outputWidth = model.network().outputs();
        transposition.run(unitsAfter(hidden.size()), outputWidth, rows, outputPanels);
        PanelLayout.unpack(outputPanels, outputs, rows, outputWidth);
        return outputs;
    }

    /** Returns where the result of {@link #forward} is written. */
    public Floats outputs() {
        return outputs;
    }

    /** Returns where the gradient of the outputs is written, row by row without gaps. */
    public Floats outputGradient() {
        return outputGradient;
    }

    /** Computes the gradients of what every layer yielded in the last {@link #forward}, from that of the outputs. */
    public void backward() {
        var outputWidth = model.network().outputs();
        PanelLayout.pack(outputGradient, outputPanels, rows, outputWidth);
        transposition.run(outputPanels, rows, outputWidth, unitsAfter(hidden.size()));
        for (var i = hidden.size(); i > 0; i--) {
            model.layers().get(i).backward(unitsAfter(i), unitsAfter(i - 1), rows);
            hidden.get(i - 1).backward(rows);
        }
    }

    /** Returns the number of rows of the last {@link #forward}. */
    int rows() {
        return rows;
    }

    /** Returns the activation that follows a layer. */
    HiddenLayer hidden(int layer) {
        return hidden.get(layer);
    }

    /** Returns what a layer is applied to, rows × units in panels. */
    Floats x(int layer) {
        return layer == 0 ? features : hidden.get(layer - 1).y();
    }

    /** Returns the gradient of what a layer yields, before the activation, rows × units in panels. */
    Floats dz(int layer) {
        return layer == hidden.size() ? outputPanels : hidden.get(layer).dz();
    }
}
