package org.retrato.runtime.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.Workers;

/** Runs a formula that is one loop over large arrays, in parts that the threads share. */
final class ElementLoop implements Runnable {

    private static final int PART = 1 << 14;

    private final int elements;
    private final Workers workers;
    private final List<Execution> parts = new ArrayList<>();
    private final Workers.Task task = this::compute;

    /**
     * Prepares the loop, with random numbers in all arrays that it reads.
     *
     * @param formula (arrays that are only read…, updated arrays…) → (updated arrays…, arrays that are only written…)
     * @param memory how many arrays there are of each, and how large
     */
    ElementLoop(CompiledFormula formula, Limit.Memory memory, Workers workers) {
        if (!formula.isOneLoop()) {
            throw new IllegalArgumentException("the formula looks at more than one element at a time");
        }
        this.elements = memory.elements();
        this.workers = workers;
        var arena = new FloatArena();
        var random = new Random(1);
        var inputs = new ArrayList<Floats>();
        for (var i = 0; i < memory.read() + memory.updated(); i++) {
            inputs.add(filled(arena.allocate(Execution.room(elements)), random));
        }
        var outputs = new ArrayList<>(inputs.subList(memory.read(), inputs.size()));
        for (var i = 0; i < memory.written(); i++) {
            outputs.add(arena.allocate(Execution.room(elements)));
        }
        for (var first = 0; first < elements; first += PART) {
            parts.add(bound(formula.start(), inputs, outputs, first));
        }
    }

    /** Fills an array with numbers between -4 and 4. */
    private static Floats filled(Floats floats, Random random) {
        for (var i = 0; i < floats.length(); i++) {
            floats.array()[floats.offset() + i] = random.nextFloat() * 8 - 4;
        }
        return floats;
    }

    private static Execution bound(Execution execution, List<Floats> inputs, List<Floats> outputs, int first) {
        for (var i = 0; i < inputs.size(); i++) {
            execution.input(i, from(inputs.get(i), first));
        }
        for (var i = 0; i < outputs.size(); i++) {
            execution.output(i, from(outputs.get(i), first));
        }
        return execution;
    }

    private static Floats from(Floats whole, int first) {
        return whole.slice(first, whole.length() - first);
    }

    @Override
    public void run() {
        workers.run(parts.size(), task);
    }

    private void compute(int part, int worker) {
        parts.get(part).runElements(Math.min(PART, elements - part * PART));
    }
}
