package org.retrato.runtime.training;

import java.util.List;
import org.retrato.api.Schedule;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Shape;

/** Computes the learning rate of each step: the optimizer's own times the factor of the schedule. */
final class LearningRate {

    private final double base;
    private final Execution factor;

    LearningRate(double base, Schedule schedule, int steps, Compiler compiler) {
        this.base = base;
        factor = factor(schedule, compiler).start();
        factor.input(1, steps);
    }

    /** Compiles (step, steps) → factor. */
    static CompiledFormula factor(Schedule schedule, Compiler compiler) {
        var graph = new Graph();
        var step = graph.input("step", Shape.SCALAR);
        var total = graph.input("steps", Shape.SCALAR);
        var result = FormulaException.record(schedule, () -> schedule.at(step, total));
        if (result.rank() != 0) {
            throw new FormulaException(schedule, "it yields the shape " + result.shape() + ", but must yield a scalar");
        }
        return compiler.compile(List.of(step, total), List.of(result));
    }

    /** Returns the factor of the schedule in a step, counted from 0. */
    double factor(int step) {
        factor.input(0, step);
        factor.run(1);
        return factor.output(0);
    }

    /** Returns the learning rate, given the factor. */
    double times(double factor) {
        return base * factor;
    }
}
