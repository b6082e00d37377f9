package org.retrato.losses;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Loss;
import org.retrato.api.Range;
import org.retrato.api.Target;
import org.retrato.api.Tensor;

/**
 * Measures how far predicted and true categories do not overlap, over the whole batch, rare ones counting as much as common
 * ones: a scalar.
 *
 * <p>With {@code p = softmax(output)} it is {@code 1 - (2 Σ w Σ p t + s) / (Σ w Σ (p + t) + s)}, with outer sums over the
 * categories and inner sums over the rows. The weight of a category is {@code w = 1 / (Σ t)²}, and 0 if the batch has none of
 * it. Predictions are the probabilities, {@code softmax(output)}.
 *
 * <p>Sudre, Li, Vercauteren, Ourselin and Cardoso, Generalised Dice overlap as a deep learning loss function for highly
 * unbalanced segmentations, 2017.
 *
 * @param smooth s, keeps the quotient finite, above 0; default 1e-5
 */
public record GeneralizedDice(double smooth) implements Loss {

    public GeneralizedDice {
        Range.positive("smooth", smooth);
    }

    public GeneralizedDice() {
        this(1e-5);
    }

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var predicted = predict(output).named("p");
        var count = target.sum(0).named("count");
        var weight = where(count.greaterThan(0), count.square().reciprocal(), 0).named("weight");
        var overlap = weight.mul(predicted.mul(target).sum(0)).sum().mul(2).add(smooth);
        var sizes = weight.mul(predicted.sum(0).add(count)).sum().add(smooth);
        return overlap.div(sizes).rsub(1);
    }

    @Override
    public Tensor predict(Tensor output) {
        return output.softmax(-1);
    }

    @Override
    public Target target() {
        return Target.categories();
    }
}
