package ${package};

import org.retrato.api.Loss;
import org.retrato.api.Range;
import org.retrato.api.Tensor;

/**
 * Squared near the target, linear far from it, with no seam between (pseudo-Huber; Charbonnier and others, 1997):
 * delta² · (√(1 + (error / delta)²) − 1).
 *
 * @param delta the error at which the one becomes the other, above 0
 */
public record ${loss}(double delta) implements Loss {

    public ${loss} {
        Range.positive("delta", delta);
    }

    /** Holds the defaults. */
    public ${loss}() {
        this(1);
    }

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var error = output.sub(target).div(delta);
        return error.square().add(1).sqrt().sub(1).mul(delta * delta);
    }
}
