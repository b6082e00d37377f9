package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.matrix.PanelLayout;

/**
 * Sends a few rows through a network and their gradients back, and keeps what the gradients of the weights need: few enough
 * rows that they stay in the cache on the whole way.
 */
public final class Tile {

    /** The most rows that one tile should have: a multiple of what the matrix products take at once. */
    public static final int ROWS = 192;

    private final Model model;
    private final Floats inputs;
    private final Floats featureRows;
    private final Floats features;
    private final Execution encoding;
    private final List<HiddenLayer> hidden = new ArrayList<>();
    private final Floats outputs;
    private final Floats outputGradient;
    private int rows;

    /**
     * Reserves the memory.
     *
     * @param rows the most rows that it will be given
     * @param training whether {@link #backward} will be called
     */
    public Tile(Model model, int rows, boolean training, FloatArena arena) {
        this.model = model;
        var first = model.layers().getFirst();
        inputs = Strides.tile(arena, rows, model.network().inputs());
        featureRows = Strides.tile(arena, rows, first.inputs());
        features = Strides.tile(arena, rows, first.inputs());
        encoding = model.encoding().start();
        encoding.input(0, inputs);
        for (var i = 0; i < model.constants().size(); i++) {
            encoding.input(i + 1, model.constants().get(i));
        }
        encoding.output(0, featureRows);
        for (var i = 0; i < model.activations().size(); i++) {
            hidden.add(
                    HiddenLayer.of(model.activations().get(i), model.learned().get(i), rows, training, arena));
        }
        outputs = Strides.tile(arena, rows, model.network().outputs());
        outputGradient =
                Strides.tile(arena, training ? rows : 0, model.network().outputs());
    }

    /** Rounds a number of rows up to the next that the matrix products take without waste. */
    public static int padded(int rows) {
        return PanelLayout.paddedRows(rows);
    }

    /** Returns where the inputs of the rows are written, row by row without gaps. */
    public Floats inputs() {
        return inputs;
    }

    /** Computes the outputs of the first rows; the result has the {@linkplain Strides#of stride} of their number. */
    public Floats forward(int rows) {
        this.rows = rows;
        encoding.run(rows);
        Strides.spread(featureRows, 0, features, model.layers().getFirst().inputs(), rows);
        for (var i = 0; i < hidden.size(); i++) {
            var layer = hidden.get(i);
            model.layers().get(i).forward(x(i), layer.z(), rows);
            layer.forward(rows);
        }
        model.layers().getLast().forward(x(hidden.size()), outputs, rows);
        return outputs;
    }

    /** Returns where the gradient of the result of {@link #forward} is written, in the same way. */
    public Floats outputGradient() {
        return outputGradient;
    }

    /** Computes the gradients of what every layer yielded in the last {@link #forward}, from that of the outputs. */
    public void backward() {
        for (var i = model.layers().size() - 1; i > 0; i--) {
            var before = hidden.get(i - 1);
            model.layers().get(i).backward(dz(i), before.dy(), rows);
            before.backward(rows);
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

    /** Returns what a layer is applied to. */
    Floats x(int layer) {
        return layer == 0 ? features : hidden.get(layer - 1).y();
    }

    /** Returns the gradient of what a layer yields, before the activation. */
    Floats dz(int layer) {
        return layer == hidden.size() ? outputGradient : hidden.get(layer).dz();
    }
}
