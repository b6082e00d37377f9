package org.retrato.api;

/**
 * Brings together an activation, a loss, an optimizer and a schedule under one name: an artist style.
 *
 * <p>Its record components are its parts, so that users can replace one, as {@code cubist(optimizer=sgd)}. Parts of other
 * plugins are named, not linked:
 *
 * <pre>{@code
 * public record Cubist(Activation activation, Loss loss, Optimizer optimizer) implements Style {
 *     public Cubist() { this(Activation.of("relu"), Loss.of("huber(delta=0.1)"), Optimizer.of("adam")); }
 * }
 * }</pre>
 */
@Stability(Stability.Level.EVOLVING)
public non-sealed interface Style extends Component {

    /** Returns the perceptual style: what the artist senses and what it ignores. */
    Activation activation();

    /** Returns the aesthetic criterion: what counts as a good work. */
    Loss loss();

    /** Returns the brush technique: how each stroke is corrected. */
    Optimizer optimizer();

    /** Returns how the strokes get finer; by default they stay as they are. */
    default Schedule schedule() {
        return Schedule.of("classics:constant");
    }
}
