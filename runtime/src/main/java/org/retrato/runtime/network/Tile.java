package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/**
 * Sends a few rows through a network and their gradients back, in the memory of one thread: few enough rows that they stay in
 * the cache on the whole way.
 */
public final class Tile {

    /** The most rows of a tile; part of the order of sums, and so of the results. */
    public static final int ROWS = 64;

    private final Model model;
    private final Floats inputs;
    private final Floats featureRows;
    private final Floats features;
    private final Execution encoding;
    private final List<HiddenLayer> hidden = new ArrayList<>();
    private final Floats outputs;

    /**
     * Reserves the memory.
     *
     * @param training whether {@link #backward} will be called
     */
    public Tile(Model model, boolean training, FloatArena arena) {
        this.model = model;
        var first = model.layers().getFirst();
        inputs = Strides.tile(arena, ROWS, model.network().inputs());
        featureRows = Strides.tile(arena, ROWS, first.inputs());
        features = Strides.tile(arena, ROWS, first.inputs());
        encoding = model.encoding().start();
        encoding.input(0, inputs);
        for (var i = 0; i < model.constants().size(); i++) {
            encoding.input(i + 1, model.constants().get(i));
        }
        encoding.output(0, featureRows);
        for (var activation : model.activations()) {
            hidden.add(HiddenLayer.of(activation, ROWS, training, arena));
        }
        outputs = Strides.tile(arena, ROWS, model.network().outputs());
    }

    /** Returns where the inputs of the rows are written, row by row without gaps. */
    public Floats inputs() {
        return inputs;
    }

    /** Computes the outputs of the first rows; the result has the {@linkplain Strides#of stride} of their number. */
    public Floats forward(int rows) {
        encoding.run(rows);
        Strides.spread(featureRows, 0, features, model.layers().getFirst().inputs(), rows);
        var x = features;
        for (var i = 0; i < hidden.size(); i++) {
            var layer = hidden.get(i);
            model.layers().get(i).forward(x, layer.z(), rows);
            layer.forward(rows);
            x = layer.y();
        }
        model.layers().getLast().forward(x, outputs, rows);
        return outputs;
    }

    /** Adds the gradients of the rows of the last {@link #forward}, given that of its result. */
    public void backward(Floats outputGradient, int rows, Gradients gradients) {
        var dy = outputGradient;
        for (var i = model.layers().size() - 1; i >= 0; i--) {
            var layer = model.layers().get(i);
            var x = i == 0 ? features : hidden.get(i - 1).y();
            layer.products().weightGradient(x, dy, gradients.weights(i), rows);
            layer.products().biasGradient(dy, gradients.biases(i), rows);
            if (i > 0) {
                var before = hidden.get(i - 1);
                layer.backward(dy, before.dy(), rows);
                before.backward(rows);
                dy = before.dz();
            }
        }
    }
}
