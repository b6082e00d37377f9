package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/** Works in place on each element by itself, on the padding between the rows too, whose values nobody reads. */
final class ElementActivation implements HiddenLayer {

    private final int stride;
    private final ActivationParameters parameters;
    private final Floats values;
    private final Floats gradients;
    private final Execution there;
    private final Execution back;
    private final List<Contribution> contributions = new ArrayList<>();

    ElementActivation(
            ActivationFunction activation,
            ActivationParameters parameters,
            int rows,
            boolean training,
            FloatArena arena) {
        this.parameters = parameters;
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
            for (var i = 0; i < activation.learning().repeated().size(); i++) {
                var contribution = Strides.tile(arena, rows, activation.inputs());
                there.output(2 + i, contribution);
                back.input(2 + i, contribution);
                back.output(1 + i, contribution);
                contributions.add(new Contribution(contribution, stride));
            }
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
        parameters.pass(there, 1);
        there.runElements(rows * stride);
    }

    @Override
    public void backward(int rows) {
        back.runElements(rows * stride);
    }

    @Override
    public Contribution contribution(int index) {
        return contributions.get(index);
    }
}
