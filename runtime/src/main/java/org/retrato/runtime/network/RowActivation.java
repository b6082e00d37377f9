package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/** Works on whole rows, which formulas want without the padding that matrix products need. */
final class RowActivation implements HiddenLayer {

    private final int inputs;
    private final int outputs;
    private final Floats z;
    private final Floats y;
    private final Floats dy;
    private final Floats dz;
    private final Floats zRows;
    private final Floats yRows;
    private final Floats dyRows;
    private final Floats dzRows;
    private final Execution there;
    private final Execution back;
    private final ActivationParameters parameters;
    private final List<Contribution> contributions = new ArrayList<>();

    RowActivation(
            ActivationFunction activation,
            ActivationParameters parameters,
            int rows,
            boolean training,
            FloatArena arena) {
        this.parameters = parameters;
        inputs = activation.inputs();
        outputs = activation.outputs();
        var backRows = training ? rows : 0;
        z = Strides.tile(arena, rows, inputs);
        y = Strides.tile(arena, rows, outputs);
        dy = Strides.tile(arena, backRows, outputs);
        dz = Strides.tile(arena, backRows, inputs);
        zRows = Strides.tile(arena, rows, inputs);
        yRows = Strides.tile(arena, rows, outputs);
        dyRows = Strides.tile(arena, backRows, outputs);
        dzRows = Strides.tile(arena, backRows, inputs);
        there = activation.forward().start();
        there.input(0, zRows);
        there.output(0, yRows);
        back = activation.backward().start();
        back.input(0, zRows);
        back.input(1, dyRows);
        back.output(0, dzRows);
        parameters.bind(there, 1);
        parameters.bind(back, 2);
        for (var i = 0; i < activation.learning().repeated().size(); i++) {
            var width = activation.learning().repeated().get(i).shape().elements(1);
            var contribution = arena.allocate(Execution.room(backRows * width));
            back.output(1 + i, contribution);
            contributions.add(new Contribution(contribution, width));
        }
    }

    @Override
    public Floats z() {
        return z;
    }

    @Override
    public Floats y() {
        return y;
    }

    @Override
    public Floats dy() {
        return dy;
    }

    @Override
    public Floats dz() {
        return dz;
    }

    @Override
    public void forward(int rows) {
        Strides.gather(z, inputs, zRows, 0, rows);
        parameters.pass(there, 1);
        there.run(rows);
        Strides.spread(yRows, 0, y, outputs, rows);
    }

    @Override
    public void backward(int rows) {
        Strides.gather(dy, outputs, dyRows, 0, rows);
        parameters.pass(back, 2);
        back.run(rows);
        Strides.spread(dzRows, 0, dz, inputs, rows);
    }

    @Override
    public Contribution contribution(int index) {
        return contributions.get(index);
    }
}
