package org.retrato.runtime.network;

import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.matrix.PanelLayout;
import org.retrato.runtime.compile.matrix.Transposition;

/** Works in place on each element by itself, on the padding of the panels too, whose values nobody reads. */
final class ElementActivation implements HiddenLayer {

    private final int width;
    private final boolean training;
    private final Transposition transposition = Transposition.of(VectorWidth.current());
    private final Floats units;
    private final Floats y;
    private final Floats derivative; // and, when that has been used, dz
    private final Execution there;
    private final Execution back;

    ElementActivation(ActivationFunction activation, Floats units, int rows, boolean training, FloatArena arena) {
        this.width = activation.inputs();
        this.training = training;
        this.units = units;
        var room = training ? Math.max(PanelLayout.room(width, rows), PanelLayout.room(rows, width)) : 0;
        y = arena.allocate(room);
        derivative = arena.allocate(room);
        there = (training ? activation.forward() : activation.value()).start();
        there.input(0, units);
        there.output(0, units);
        back = activation.backward().start();
        if (training) {
            there.output(1, derivative);
            back.input(0, derivative);
            back.input(1, units);
            back.output(0, units);
        }
    }

    @Override
    public void forward(int rows) {
        there.runElements(PanelLayout.room(width, rows));
        if (training) {
            transposition.run(units, width, rows, y);
        }
    }

    @Override
    public void backward(int rows) {
        back.runElements(PanelLayout.room(width, rows));
        transposition.run(units, width, rows, derivative);
    }

    @Override
    public Floats y() {
        return y;
    }

    @Override
    public Floats dz() {
        return derivative;
    }
}
