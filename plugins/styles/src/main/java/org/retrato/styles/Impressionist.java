package org.retrato.styles;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** Paints the light before the line: soft transitions, forgiving of single strokes. */
public record Impressionist(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    public Impressionist() {
        this(
                Activation.of("classics:sigmoid"),
                Loss.of("classics:huber(delta=0.1)"),
                Optimizer.of("classics:adam(learningRate=5e-3)"),
                Schedule.of("classics:cosine"));
    }
}
