package ${package};

import org.retrato.api.Range;
import org.retrato.api.Schedule;
import org.retrato.api.Tensor;

/**
 * Falls along a straight line: 1 − (1 − last) · step / steps.
 *
 * @param last where the line ends, one step after the last, as a share of the learning rate, in [0, 1]
 */
public record ${schedule}(double last) implements Schedule {

    public ${schedule} {
        Range.between("last", last, 0, 1);
    }

    /** Holds the defaults. */
    public ${schedule}() {
        this(0.1);
    }

    @Override
    public Tensor at(Tensor step, Tensor steps) {
        return step.div(steps).mul(1 - last).rsub(1);
    }
}
