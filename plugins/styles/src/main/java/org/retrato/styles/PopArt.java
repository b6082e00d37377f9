package org.retrato.styles;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** Paints with few flat colours: each point belongs to one category of a palette. */
public record PopArt(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    public PopArt() {
        this(
                Activation.of("classics:relu"),
                Loss.of("classics:cross-entropy"),
                Optimizer.of("classics:adam(learningRate=2e-3)"),
                Schedule.of("classics:cosine"));
    }
}
