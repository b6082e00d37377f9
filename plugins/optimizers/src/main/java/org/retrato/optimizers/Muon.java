package org.retrato.optimizers;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Role;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Corrects the weights of a hidden layer by a matrix that is nearly orthogonal, so that it changes what the layer does equally in
 * all directions; another optimizer corrects the rest.
 *
 * <pre>
 * m ← μ m + (1 - μ) g
 * x = (1 - μ) g + μ m    divided by its norm
 * x ← a x + (b x xᵀ + c (x xᵀ)²) x    a few times (Newton and Schulz), a = 3.4445, b = -4.775, c = 2.0315
 * p ← p - η √max(1, outputs / inputs) x
 * </pre>
 *
 * <p>Jordan et al., Muon: an optimizer for hidden layers in neural networks, 2024. As {@code torch.optim.Muon} without weight
 * decay, but computed in single precision instead of bfloat16.
 *
 * @param optimizer the one for biases, the first and the last layer; default {@code classics:adam}
 * @param learningRate η, above 0; default 0.02
 * @param momentum μ, the share of the mean gradient that is kept from step to step, in [0, 1); default 0.95
 * @param iterations how often Newton and Schulz iterate, at least 1; default 5
 */
public record Muon(Optimizer optimizer, double learningRate, double momentum, int iterations) implements Optimizer {

    public Muon {
        Range.positive("learningRate", learningRate);
        Range.fraction("momentum", momentum);
        Range.atLeast("iterations", iterations, 1);
    }

    public Muon() {
        this(Optimizer.of("classics:adam"), 0.02, 0.95, 5);
    }

    @Override
    public Tensor update(Step step) {
        if (step.role() != Role.hidden()) {
            return step.update(optimizer);
        }
        var gradient = step.gradient();
        var mean = step.state("mean", old -> old.mul(momentum).add(gradient.mul(1 - momentum)));
        var ahead = gradient.mul(1 - momentum).add(mean.mul(momentum));
        var inputs = step.parameter().size(0);
        var outputs = step.parameter().size(1);
        var rate = step.learningRate().mul(Math.sqrt(Math.max(1, outputs / (double) inputs)));
        return step.parameter().sub(orthogonal(ahead).mul(rate));
    }

    /** Returns a matrix with nearly the same singular vectors, whose singular values are all near 1. */
    private Tensor orthogonal(Tensor matrix) {
        var isTall = matrix.size(0) > matrix.size(1);
        var x = isTall ? matrix.transpose() : matrix; // the smaller square is quicker to multiply
        x = x.div(x.square().sum().sqrt().maximum(1e-7));
        for (var i = 0; i < iterations; i++) {
            var square = x.matmul(x.transpose());
            var polynomial = square.mul(-4.775).add(square.matmul(square).mul(2.0315));
            x = x.mul(3.4445).add(polynomial.matmul(x));
        }
        return isTall ? x.transpose() : x;
    }
}
