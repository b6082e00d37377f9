package org.retrato.distribution.painting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Holds which artists a user wants to see: each style with each of the activations, losses and optimizers, which replace those
 * of the style. An empty list leaves a part as it is in the style.
 *
 * @param styles in the notation of the catalog, at least one
 * @param learningRate what replaces the learning rate of every optimizer
 */
public record Choice(
        List<String> styles,
        List<String> activations,
        List<String> losses,
        List<String> optimizers,
        Optional<String> schedule,
        OptionalDouble learningRate) {

    /** The style with which one begins; its name is qualified, so that no dropped-in plugin changes what it means. */
    public static final String DEFAULT_STYLE = "styles:realist";

    private static final String ACTIVATIONS = "classics:relu,classics:sigmoid,classics:tanh";
    private static final String LOSSES = "classics:mse,classics:cross-entropy,classics:huber";
    private static final String OPTIMIZERS = "classics:sgd,classics:momentum,classics:adam,classics:rmsprop";

    public Choice {
        styles = List.copyOf(styles);
        activations = List.copyOf(activations);
        losses = List.copyOf(losses);
        optimizers = List.copyOf(optimizers);
    }

    /** Reads lists of notations, separated by commas; {@code ""} for none. */
    public static Choice of(
            String styles,
            String activations,
            String losses,
            String optimizers,
            Optional<String> schedule,
            OptionalDouble learningRate) {
        return new Choice(
                Words.split(styles.isBlank() ? DEFAULT_STYLE : styles),
                Words.split(activations),
                Words.split(losses),
                Words.split(optimizers),
                schedule,
                learningRate);
    }

    /**
     * Returns the choice with all classics in the place of the parts that are not given.
     */
    public Choice withAllClassics() {
        return new Choice(
                styles,
                activations.isEmpty() ? Words.split(ACTIVATIONS) : activations,
                losses.isEmpty() ? Words.split(LOSSES) : losses,
                optimizers.isEmpty() ? Words.split(OPTIMIZERS) : optimizers,
                schedule,
                learningRate);
    }

    /** Returns the number of artists. */
    public int count() {
        return styles.size() * parts(activations) * parts(losses) * parts(optimizers);
    }

    /** Returns whether the artists fill a matrix: one style, of which at least two parts vary. */
    boolean isMatrix() {
        var varied = (activations.size() > 1 ? 1 : 0) + (losses.size() > 1 ? 1 : 0) + (optimizers.size() > 1 ? 1 : 0);
        return styles.size() == 1 && varied > 1;
    }

    private static int parts(List<String> notations) {
        return Math.max(1, notations.size());
    }
}
