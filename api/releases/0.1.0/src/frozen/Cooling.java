package frozen;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Range;
import org.retrato.api.Schedule;
import org.retrato.api.Tensor;

/** Warms up, then falls along a cosine. */
public record Cooling(double warmup) implements Schedule {

    public Cooling {
        Range.between("warmup", warmup, 0, 1);
    }

    public Cooling() {
        this(0.1);
    }

    @Override
    public Tensor at(Tensor step, Tensor steps) {
        var done = step.add(1).div(steps);
        return where(
                done.lessThan(warmup),
                done.div(warmup),
                done.mul(Math.PI).cos().add(1).mul(0.5).add(step.constant(0.01)));
    }
}
