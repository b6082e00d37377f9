package org.retrato.classics;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Loss;
import org.retrato.api.Range;
import org.retrato.api.Tensor;

/**
 * Squares small errors and grows linearly with large ones, one value an element, shape {@code [batch, width]}.
 *
 * <p>With {@code e = |output - target|} it is {@code e²/2} where {@code e < delta} and {@code delta (e - delta/2)} elsewhere:
 * no gradient is ever larger than delta, so a few outliers cannot spoil the rest.
 *
 * <p>Huber, Robust estimation of a location parameter, 1964. As {@code torch.nn.HuberLoss}.
 *
 * @param delta the error from which the loss grows linearly, above 0; default 1
 */
public record Huber(double delta) implements Loss {

    public Huber {
        Range.positive("delta", delta);
    }

    public Huber() {
        this(1.0);
    }

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var error = output.sub(target).abs();
        return where(
                error.lessThan(delta),
                error.square().mul(0.5),
                error.sub(0.5 * delta).mul(delta));
    }
}
