package org.retrato.losses;

import org.retrato.api.Loss;
import org.retrato.api.Range;
import org.retrato.api.Tensor;

/**
 * Measures how far what is predicted and what is wanted do not overlap, over the whole batch: a scalar.
 *
 * <p>With {@code p = sigmoid(output)} it is, for each column, {@code 1 - (2 Σ p t + s) / (Σ p² + Σ t² + s)} with sums over the
 * rows, and of that the mean over the columns: so a column that is rarely 1 counts as much as any other. Targets lie in [0, 1],
 * and need not be one of the two: as {@code 1 - 2ab/(a² + b²) = (a - b)²/(a² + b²)}, the loss is least, and 0, where all
 * predictions are the targets. Predictions are {@code sigmoid(output)}. As rows depend on each other, a batch should be large
 * enough to hold some of everything.
 *
 * <p>Milletari, Navab and Ahmadi, V-Net, 2016. As {@code DiceLoss(sigmoid=True, squared_pred=True, batch=True)} of MONAI.
 *
 * @param smooth s, keeps the quotient finite where nothing is wanted and nothing predicted, above 0; default 1e-5
 */
public record Dice(double smooth) implements Loss {

    public Dice {
        Range.positive("smooth", smooth);
    }

    public Dice() {
        this(1e-5);
    }

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var predicted = predict(output).named("p");
        var overlap = predicted.mul(target).sum(0).mul(2).add(smooth).named("overlap");
        var sizes = predicted
                .square()
                .sum(0)
                .add(target.square().sum(0))
                .add(smooth)
                .named("sizes");
        return overlap.div(sizes).mean().rsub(1);
    }

    @Override
    public Tensor predict(Tensor output) {
        return output.sigmoid();
    }
}
