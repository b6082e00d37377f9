package org.retrato.runtime.training;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.api.Target;
import org.retrato.runtime.graph.FormulaException;

/** Brings together any activation, loss, optimizer and schedule: a style without a name. */
public record Composition(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    /**
     * Takes the parts of a style.
     *
     * @throws FormulaException if the style fails to give them
     */
    public static Composition of(Style style) {
        return style instanceof Composition composition
                ? composition
                : FormulaException.ask(
                        style,
                        () -> new Composition(style.activation(), style.loss(), style.optimizer(), style.schedule()));
    }

    /** Returns the learning rate of the optimizer. */
    public double learningRate() {
        return FormulaException.ask(optimizer, optimizer::learningRate);
    }

    /** Returns what the loss compares outputs with. */
    public Target target() {
        return FormulaException.ask(loss, loss::target);
    }

    /** Replaces the activation. */
    public Composition with(Activation other) {
        return new Composition(other, loss, optimizer, schedule);
    }

    /** Replaces the loss. */
    public Composition with(Loss other) {
        return new Composition(activation, other, optimizer, schedule);
    }

    /** Replaces the optimizer. */
    public Composition with(Optimizer other) {
        return new Composition(activation, loss, other, schedule);
    }

    /** Replaces the schedule. */
    public Composition with(Schedule other) {
        return new Composition(activation, loss, optimizer, other);
    }
}
