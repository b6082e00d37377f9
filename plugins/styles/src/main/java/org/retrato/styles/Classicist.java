package org.retrato.styles;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** Paints by the rules of the academy: balance, proportion, patience. */
public record Classicist(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {

    public Classicist() {
        this(
                Activation.of("classics:tanh"),
                Loss.of("classics:mse"),
                Optimizer.of("classics:sgd(learningRate=1)"),
                Schedule.of("classics:constant"));
    }
}
