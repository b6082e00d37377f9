package org.retrato.testkit.conformance;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Activation;
import org.retrato.api.Layer;
import org.retrato.api.Tensor;

/** Holds activations each of which breaks one rule. */
public final class ActivationFaults {

    private static int calls;

    private ActivationFaults() {}

    /** Sums up a row, and forgets that the next layer wants a row. */
    public record Collapsed() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.square().sum(-1);
        }
    }

    /** Normalizes over the batch. */
    public record BatchNormalized() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.sub(x.mean(0)).tanh();
        }
    }

    /** Counts in a static field. */
    public record Counting() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.mul(1 + 0.01 * calls++).tanh();
        }
    }

    /** Begins with weights that are all alike. */
    public record Symmetric() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }

        @Override
        public Tensor weights(Layer layer) {
            return layer.filled(0.1, layer.inputs(), layer.outputs());
        }
    }

    /** Mixes up inputs and outputs. */
    public record Turned() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }

        @Override
        public Tensor weights(Layer layer) {
            return layer.uniform(0.1, layer.outputs(), layer.inputs());
        }
    }

    /** Divides by what is 0 in a network with one hidden layer. */
    public record Unbounded() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }

        @Override
        public Tensor biases(Layer layer) {
            return layer.filled(1.0 / layer.index(), layer.outputs());
        }
    }

    /** Takes the logarithm of what may be negative. */
    public record Logarithm() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.log();
        }
    }

    /** Is flat at no place and vertical at 0. */
    public record Root() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.abs().sqrt();
        }
    }

    /** Swish, half of which differentiation does not see. */
    public record Detached() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.mul(x.detach().sigmoid());
        }
    }

    /** The same, in a gated unit that mixes the numbers of a row. */
    public record DetachedGate() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            var half = x.size(-1) / 2;
            return x.slice(-1, 0, half).mul(x.slice(-1, half, 2 * half).detach().sigmoid());
        }
    }

    /** A straight line with the slope of another one at a single point. */
    public record WrongAtOne() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return where(x.equalTo(1), x.mul(5).sub(4), x);
        }
    }

    /** Softplus as in the textbook. */
    public record NaiveSoftplus() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.exp().add(1).log();
        }
    }

    /** Tanh as in the textbook. */
    public record NaiveTanh() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            var up = x.exp();
            var down = x.neg().exp();
            return up.sub(down).div(up.add(down));
        }
    }

    /** Softmax that does not take off the largest first. */
    public record NaiveSoftmax() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.exp().div(x.exp().sum(-1).unsqueeze(-1));
        }
    }

    /** Turns NaN into 0. */
    public record Hiding() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return where(x.greaterThan(0), x, 0);
        }
    }

    /** Begins with weights that are much too small. */
    public record Fading() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }

        @Override
        public Tensor weights(Layer layer) {
            return layer.normal(0.01, layer.inputs(), layer.outputs());
        }
    }

    /** Begins with weights that are much too large. */
    public record Exploding() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.maximum(0);
        }

        @Override
        public Tensor weights(Layer layer) {
            return layer.normal(1, layer.inputs(), layer.outputs());
        }
    }
}
