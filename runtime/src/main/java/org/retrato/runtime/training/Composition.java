package org.retrato.runtime.training;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** Brings together any activation, loss, optimizer and schedule: a style without a name. */
public record Composition(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    /** Takes the parts of a style. */
    public static Composition of(Style style) {
        return new Composition(style.activation(), style.loss(), style.optimizer(), style.schedule());
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
