package frozen;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/** Remembers gradients and their squares, as Adam does, and where it began. */
public record Brush(double learningRate, double momentum, double pull) implements Optimizer {

    public Brush {
        Range.positive("learningRate", learningRate);
        Range.fraction("momentum", momentum);
        Range.notNegative("pull", pull);
    }

    public Brush() {
        this(0.01, 0.9, 1e-3);
    }

    @Override
    public Tensor update(Step step) {
        var gradient = step.gradient();
        var mean = step.state("mean", old -> old.mul(momentum).add(gradient.mul(1 - momentum)));
        var square = step.state(
                "square", old -> old.mul(0.99).add(gradient.square().mul(0.01)));
        var start = step.state("start", step.parameter(), old -> old);
        var correction = step.iteration().rpow(momentum).rsub(1);
        var direction = mean.div(correction).div(square.sqrt().add(1e-6));
        var home = step.parameter().sub(start).mul(step.constant(pull));
        return step.parameter().sub(direction.add(home).mul(step.learningRate()));
    }
}
