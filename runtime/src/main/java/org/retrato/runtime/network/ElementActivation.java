package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.List;
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
    private final ActivationParameters parameters;
    private final List<Floats> contributions = new ArrayList<>(); // units × rows in panels

    ElementActivation(
            ActivationFunction activation,
            ActivationParameters parameters,
            Floats units,
            int rows,
            boolean training,
            FloatArena arena) {
        this.parameters = parameters;
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
            for (var i = 0; i < activation.learning().repeated().size(); i++) {
                var contribution = arena.allocate(PanelLayout.room(width, rows));
                there.output(2 + i, contribution);
                back.input(2 + i, contribution);
                back.output(1 + i, contribution);
                contributions.add(contribution);
            }
        }
    }

    @Override
    public void forward(int rows) {
        parameters.pass(there, 1);
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

    @Override
    public void addContributions(int index, int rows, double[] sums) {
        var contribution = contributions.get(index);
        for (var first = 0; first < rows; first += PanelLayout.WIDTH) {
            var from = contribution.offset() + PanelLayout.room(width, first);
            var count = Math.min(PanelLayout.WIDTH, rows - first);
            for (var unit = 0; unit < width; unit++) {
                sums[unit] = sum(sums[unit], contribution.array(), from + unit * PanelLayout.WIDTH, count);
            }
        }
    }

    private static double sum(double begin, float[] elements, int from, int count) {
        var sum = begin;
        for (var i = from; i < from + count; i++) {
            sum += elements[i];
        }
        return sum;
    }
}
