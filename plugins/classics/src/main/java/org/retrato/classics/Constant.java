package org.retrato.classics;

import org.retrato.api.Schedule;
import org.retrato.api.Tensor;

/** Leaves the learning rate as it is: the factor is always 1. */
public record Constant() implements Schedule {

    @Override
    public Tensor at(Tensor step, Tensor steps) {
        return step.constant(1);
    }
}
