package org.retrato.activations;

import org.retrato.api.Activation;
import org.retrato.api.Tensor;

/**
 * Weighs each number by its own sigmoid: {@code x / (1 + exp(-x))}; also known as swish.
 *
 * <p>Smooth everywhere, with its least value of about -0.28 near -1.28.
 *
 * <p>Elfwing, Uchibe and Doya, Sigmoid-weighted linear units for neural network function approximation in reinforcement
 * learning, 2018; Ramachandran, Zoph and Le, Searching for activation functions, 2017. As {@code torch.nn.SiLU}.
 */
public record Silu() implements Activation {

    @Override
    public Tensor apply(Tensor x) {
        return x.mul(x.sigmoid());
    }
}
