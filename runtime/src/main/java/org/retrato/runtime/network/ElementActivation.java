package org.retrato.runtime.network;

import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/** Works in place on each element by itself, on the padding between the rows too, whose values nobody reads. */
final class ElementActivation implements HiddenLayer {

    private final int stride;
    private final Floats values;
    private final Floats gradients;
    private final Execution there;
    private final Execution back;

    ElementActivation(ActivationFunction activation, int rows, boolean training, FloatArena arena) {
        stride = Strides.of(activation.inputs());
        values = Strides.tile(arena, rows, activation.inputs());
        gradients = Strides.tile(arena, training ? rows : 0, activation.inputs());
        there = (training ? activation.forward() : activation.value()).start();
        back = activation.backward().start();
        there.input(0, values);
        there.output(0, values);
        if (training) {
            var derivative = Strides.tile(arena, rows, activation.inputs());
            there.output(1, derivative);
            back.input(0, derivative);
            back.input(1, gradients);
            back.output(0, gradients);
        }
    }

    @Override
    public Floats z() {
        return values;
    }

    @Override
    public Floats y() {
        return values;
    }

    @Override
    public Floats dy() {
        return gradients;
    }

    @Override
    public Floats dz() {
        return gradients;
    }

    @Override
    public void forward(int rows) {
        there.runElements(rows * stride);
    }

    @Override
    public void backward(int rows) {
        back.runElements(rows * stride);
    }
}
