package org.retrato.api;

/**
 * Shapes what a layer passes on: the nonlinearity applied to the output of every hidden layer.
 *
 * <pre>{@code
 * public record Relu() implements Activation {
 *     @Override public Tensor apply(Tensor x) {
 *         return x.maximum(0);
 *     }
 * }
 * }</pre>
 */
@Stability(Stability.Level.EVOLVING)
public non-sealed interface Activation extends Component {

    /**
     * Returns the formula of the activation; it is called once, while the network is built.
     *
     * @param x what the layer computed, shape {@code [batch, width]}
     * @return shape {@code [batch, width']}: rows are kept and computed independently of each other, the width may change
     */
    Tensor apply(Tensor x);

    /**
     * Returns the initial weights of a layer of a network with this activation, shape {@code [inputs, outputs]}; the
     * output layer, which has no activation of its own, is asked for too.
     *
     * <p>The default is uniform in ±1/√inputs, as PyTorch's {@code Linear} (LeCun et al., Efficient BackProp, 1998).
     */
    default Tensor weights(Layer layer) {
        return layer.uniform(1 / Math.sqrt(layer.inputs()), layer.inputs(), layer.outputs());
    }

    /** Returns the initial biases of a layer, shape {@code [outputs]}; the default is uniform in ±1/√inputs. */
    default Tensor biases(Layer layer) {
        return layer.uniform(1 / Math.sqrt(layer.inputs()), layer.outputs());
    }

    /** Returns the activation that the catalog knows by this notation, as {@code "relu"}; resolved when it is used. */
    static Activation of(String notation) {
        return new Reference(notation);
    }
}
