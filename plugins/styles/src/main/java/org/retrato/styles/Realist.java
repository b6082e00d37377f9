package org.retrato.styles;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** Paints what is there, to the last detail: the style with the highest fidelity, and the default of a portrait. */
public record Realist(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    public Realist() {
        this(
                Activation.of("classics:relu"),
                Loss.of("classics:mse"),
                Optimizer.of("classics:adam(learningRate=7e-3)"),
                Schedule.of("classics:cosine"));
    }
}
