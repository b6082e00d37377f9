package org.retrato.api;

/**
 * Measures how far an output is from its target: what training makes small.
 *
 * <pre>{@code
 * public record Huber(double delta) implements Loss {
 *     public Huber { Range.positive("delta", delta); }
 *     public Huber() { this(1.0); }
 *
 *     @Override public Tensor apply(Tensor output, Tensor target) {
 *         var error = output.sub(target).abs();
 *         return where(error.lessThan(delta), error.square().mul(0.5), error.sub(0.5 * delta).mul(delta));
 *     }
 * }
 * }</pre>
 */
@Stability(Stability.Level.EVOLVING)
public non-sealed interface Loss extends Component {

    /**
     * Returns the unreduced loss; the runtime minimizes the mean of all it holds.
     *
     * @param output what the network computed, shape {@code [batch, width]}
     * @param target what it should be, same shape: numbers, or ones and zeros where {@link #target()} is categories
     * @return {@code [batch, width]} (one value an element, as MSE), {@code [batch]} (one a row, as cross-entropy) or
     *     a scalar (one for the whole batch, as Dice)
     */
    Tensor apply(Tensor output, Tensor target);

    /** Returns the prediction that belongs to an output, its inverse link: softmax for cross-entropy; itself by default. */
    default Tensor predict(Tensor output) {
        return output;
    }

    /** Returns what the loss compares the output with; values by default. */
    default Target target() {
        return Target.values();
    }

    /** Returns the loss that the catalog knows by this notation, as {@code "huber(delta=0.5)"}; resolved when used. */
    static Loss of(String notation) {
        return new Reference(notation);
    }
}
