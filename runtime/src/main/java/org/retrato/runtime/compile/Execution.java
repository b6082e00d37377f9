package org.retrato.runtime.compile;

import java.util.List;
import org.retrato.runtime.compile.loop.Kernel;
import org.retrato.runtime.compile.machine.Floats;

/**
 * Runs a {@link CompiledFormula} in the memory of one thread.
 *
 * <p>Arrays are bound, not copied, and hold their elements in logical order without gaps; they need room for a multiple of
 * {@link Kernel#GRANULARITY} elements. Once all is bound and the largest batch has run, nothing is allocated.
 */
public final class Execution {

    private final CompiledFormula formula;
    private final int[] inputs;
    private final int[] outputs;
    private final float[][] arrays;
    private final int[] offsets;
    private final double[] scalars;
    private final boolean[] bound;
    private final Action[] actions;
    private int largest = -1;

    Execution(CompiledFormula formula) {
        this.formula = formula;
        this.inputs = slots(formula.inputs());
        this.outputs = slots(formula.outputs());
        this.arrays = new float[formula.shapes().size()][0];
        this.offsets = new int[arrays.length];
        this.bound = new boolean[arrays.length];
        this.scalars =
                formula.numbers().stream().mapToDouble(Double::doubleValue).toArray();
        this.actions = formula.steps().stream().map(step -> step.on(this)).toArray(Action[]::new);
    }

    /** Returns how many floats an array of this many elements needs. */
    public static int room(int elements) {
        return Math.ceilDiv(elements, Kernel.GRANULARITY) * Kernel.GRANULARITY;
    }

    /** Gives an input of rank 1 or more its elements. */
    public void input(int input, Floats elements) {
        bind(inputs[input], elements);
    }

    /** Gives an input of rank 0 its value. */
    public void input(int input, double value) {
        scalars[inputs[input]] = value;
    }

    /** Says where an output of rank 1 or more is written. */
    public void output(int output, Floats elements) {
        bind(outputs[output], elements);
    }

    /** Returns an output of rank 0 after {@link #run}. */
    public double output(int output) {
        return scalars[outputs[output]];
    }

    /** Computes all outputs for a batch of this many rows (any number where the formula has no batch). */
    public void run(int rows) {
        reserve(rows);
        for (var action : actions) {
            action.run(rows);
        }
    }

    /** Computes the first elements of all outputs of a formula that {@linkplain CompiledFormula#isOneLoop is one loop}. */
    public void runElements(int elements) {
        for (var action : actions) {
            action.runElements(elements);
        }
    }

    float[] array(int slot) {
        return arrays[slot];
    }

    int offset(int slot) {
        return offsets[slot];
    }

    double scalar(int slot) {
        return scalars[slot];
    }

    void scalar(int slot, double value) {
        scalars[slot] = value;
    }

    /** Unpacks the numbers of slots, so that a run makes no objects of them. */
    static int[] slots(List<Integer> slots) {
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }

    private void bind(int slot, Floats elements) {
        arrays[slot] = elements.array();
        offsets[slot] = elements.offset();
        bound[slot] = true;
    }

    private void reserve(int rows) {
        if (rows <= largest) {
            return;
        }
        for (var slot = 0; slot < arrays.length; slot++) {
            if (!bound[slot]) {
                var elements = formula.shapes().get(slot).elements(rows);
                arrays[slot] = new float[room(elements)];
            }
        }
        largest = rows;
    }

    /** Does one step in the memory of this execution. */
    interface Action {

        void run(int rows);

        default void runElements(int elements) {
            run(1);
        }
    }
}
