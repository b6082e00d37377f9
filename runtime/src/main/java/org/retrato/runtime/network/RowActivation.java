package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.matrix.PanelLayout;
import org.retrato.runtime.compile.matrix.Transposition;

/** Works on whole rows, which formulas want without the padding that matrix products need. */
final class RowActivation implements HiddenLayer {

    private final int inputs;
    private final int outputs;
    private final Transposition transposition = Transposition.of(VectorWidth.current());
    private final Floats units;
    private final Floats y;
    private final Floats dz;
    private final Floats zRows;
    private final Floats yRows;
    private final Floats dyRows;
    private final Floats dzRows;
    private final Execution there;
    private final Execution back;
    private final ActivationParameters parameters;
    private final List<Floats> contributions = new ArrayList<>(); // row after row

    RowActivation(
            ActivationFunction activation,
            ActivationParameters parameters,
            Floats units,
            int rows,
            boolean training,
            FloatArena arena) {
        this.parameters = parameters;
        this.inputs = activation.inputs();
        this.outputs = activation.outputs();
        this.units = units;
        y = arena.allocate(PanelLayout.room(rows, outputs));
        dz = arena.allocate(PanelLayout.room(rows, Math.max(inputs, outputs)));
        var backRows = training ? rows : 0;
        zRows = rows(arena, rows, inputs);
        yRows = rows(arena, rows, outputs);
        dyRows = rows(arena, backRows, outputs);
        dzRows = rows(arena, backRows, inputs);
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
            var contribution = rows(
                    arena,
                    backRows,
                    activation.learning().repeated().get(i).shape().elements(1));
            back.output(1 + i, contribution);
            contributions.add(contribution);
        }
    }

    private static Floats rows(FloatArena arena, int rows, int width) {
        return arena.allocate(Execution.room(rows * width));
    }

    @Override
    public void forward(int rows) {
        transposition.run(units, inputs, rows, dz);
        PanelLayout.unpack(dz, zRows, rows, inputs);
        parameters.pass(there, 1);
        there.run(rows);
        PanelLayout.pack(yRows, y, rows, outputs);
        transposition.run(y, rows, outputs, units);
    }

    @Override
    public void backward(int rows) {
        transposition.run(units, outputs, rows, dz);
        PanelLayout.unpack(dz, dyRows, rows, outputs);
        parameters.pass(back, 2);
        back.run(rows);
        PanelLayout.pack(dzRows, dz, rows, inputs);
        transposition.run(dz, rows, inputs, units);
    }

    @Override
    public Floats y() {
        return y;
    }

    @Override
    public Floats dz() {
        return dz;
    }

    @Override
    public void addContributions(int index, int rows, double[] sums) {
        var contribution = contributions.get(index);
        for (var row = 0; row < rows; row++) {
            var from = contribution.offset() + row * sums.length;
            for (var unit = 0; unit < sums.length; unit++) {
                sums[unit] += contribution.array()[from + unit];
            }
        }
    }
}
