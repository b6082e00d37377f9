package org.retrato.classics;

import org.retrato.api.Loss;
import org.retrato.api.Tensor;

/**
 * Squares every error: {@code (output - target)²}, one value an element, shape {@code [batch, width]}.
 *
 * <p>Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, 1805. As {@code torch.nn.MSELoss}.
 */
public record Mse() implements Loss {

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        return output.sub(target).square();
    }
}
