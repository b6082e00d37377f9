package org.retrato.classics;

import org.retrato.api.Name;
import org.retrato.api.Range;
import org.retrato.api.Schedule;
import org.retrato.api.Tensor;

/**
 * Goes down a staircase of equal treads: {@code factor} to the power {@code ⌊step / tread⌋}.
 *
 * <p>A tread is {@code every · steps}, rounded, and at least one step long.
 *
 * <p>He et al., Deep residual learning for image recognition, 2016. As {@code torch.optim.lr_scheduler.StepLR} with
 * {@code step_size = tread} and {@code gamma = factor}.
 *
 * @param every the length of a tread as a share of the whole training, in [0, 1]; default 0.25
 * @param factor what the rate is multiplied by at the end of each tread, in [0, 1]; default 0.5
 */
@Name("step")
public record StepDecay(double every, double factor) implements Schedule {

    public StepDecay {
        Range.between("every", every, 0, 1);
        Range.between("factor", factor, 0, 1);
    }

    public StepDecay() {
        this(0.25, 0.5);
    }

    @Override
    public Tensor at(Tensor step, Tensor steps) {
        var tread = steps.mul(every).add(0.5).floor().maximum(1).named("tread");
        return step.div(tread).floor().rpow(factor);
    }
}
