package org.retrato.classics;

import org.retrato.api.Range;
import org.retrato.api.Schedule;
import org.retrato.api.Tensor;

/**
 * Falls by the same share at every step, from 1 at the first to {@code last} at the last: {@code last} to the power
 * {@code step / (steps - 1)}.
 *
 * <p>A {@code last} above 1 makes the rate rise instead, which shows in one run which rates diverge (Smith, Cyclical learning
 * rates for training neural networks, 2017). A training of a single step has the factor 1.
 *
 * <p>Senior et al., An empirical study of learning rates in deep neural networks for speech recognition, 2013. As
 * {@code torch.optim.lr_scheduler.ExponentialLR} with {@code gamma} chosen by where it ends, so that it needs no change when
 * the number of steps does: {@code gamma = last^(1 / (steps - 1))}.
 *
 * @param last the factor at the last step, above 0; default 0.01
 */
public record Exponential(double last) implements Schedule {

    public Exponential {
        Range.positive("last", last);
    }

    public Exponential() {
        this(0.01);
    }

    @Override
    public Tensor at(Tensor step, Tensor steps) {
        return step.div(steps.sub(1).maximum(1)).rpow(last);
    }
}
