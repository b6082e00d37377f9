package org.retrato.classics;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Range;
import org.retrato.api.Schedule;
import org.retrato.api.Tensor;

/**
 * Warms up along a line, then comes to rest along half a cosine.
 *
 * <p>Let {@code w} be {@code warmup · steps}, rounded. The factor is
 *
 * <pre>
 * (step + 1) / (w + 1)                         for step = 0 … w - 1
 * (1 + cos(π (step - w) / (steps - w))) / 2    for step = w … steps - 1
 * </pre>
 *
 * <p>It is 1 at step {@code w} and would be 0 one step after the last, so that no step is lost.
 *
 * <p>Loshchilov and Hutter, SGDR: stochastic gradient descent with warm restarts, 2017; warm-up: Goyal et al., Accurate, large
 * minibatch SGD, 2017. As {@code torch.optim.lr_scheduler.CosineAnnealingLR} with {@code T_max = steps - w}, after the
 * warm-up.
 *
 * @param warmup the share of the steps on which the rate rises, in [0, 1); default 0.05
 */
public record Cosine(double warmup) implements Schedule {

    public Cosine {
        Range.fraction("warmup", warmup);
    }

    public Cosine() {
        this(0.05);
    }

    @Override
    public Tensor at(Tensor step, Tensor steps) {
        var rising = steps.mul(warmup).add(0.5).floor().named("warm-up steps");
        var rise = step.add(1).div(rising.add(1));
        var rest = step.sub(rising)
                .div(steps.sub(rising))
                .mul(Math.PI)
                .cos()
                .add(1)
                .mul(0.5);
        return where(step.lessThan(rising), rise, rest);
    }
}
