package org.retrato.styles;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** Paints in sweeping gestures that calm down towards the end. */
public record Expressionist(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    public Expressionist() {
        this(
                Activation.of("classics:tanh"),
                Loss.of("classics:huber(delta=0.1)"),
                Optimizer.of("classics:momentum(learningRate=2)"),
                Schedule.of("classics:exponential(last=0.1)"));
    }
}
