package org.retrato.api;

import java.util.Objects;

/**
 * Stands for a component that the catalog finds by its notation once all plugins are known; it has no formula itself.
 *
 * <p>Authors write {@link Optimizer#of}, {@link Activation#of}, {@link Loss#of} or {@link Schedule#of}.
 *
 * @param notation a name with optional hyperparameters, as {@code "classics:adam(learningRate=3e-4)"}
 */
@Stability(Stability.Level.EVOLVING)
public record Reference(String notation) implements Activation, Loss, Optimizer, Schedule {

    public Reference {
        Objects.requireNonNull(notation, "notation");
    }

    @Override
    public Tensor apply(Tensor x) {
        throw unresolved();
    }

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        throw unresolved();
    }

    @Override
    public double learningRate() {
        throw unresolved();
    }

    @Override
    public Tensor update(Step step) {
        throw unresolved();
    }

    @Override
    public Tensor at(Tensor step, Tensor steps) {
        throw unresolved();
    }

    private IllegalStateException unresolved() {
        return new IllegalStateException(
                "'" + notation + "' is a reference by name; obtain the component that contains it from a catalog");
    }
}
