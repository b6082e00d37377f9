package org.retrato.styles;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** Paints in planes with hard edges, facet after facet. */
public record Cubist(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    public Cubist() {
        this(
                Activation.of("classics:relu"),
                Loss.of("classics:huber(delta=0.1)"),
                Optimizer.of("classics:rmsprop(learningRate=1e-3)"),
                Schedule.of("classics:step"));
    }
}
