package frozen;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/** Makes the gradient of a matrix more orthogonal; its states are a number and a matrix that is not the parameter's. */
public record Roller(double learningRate) implements Optimizer {

    public Roller {
        Range.positive("learningRate", learningRate);
    }

    public Roller() {
        this(0.05);
    }

    @Override
    public Tensor update(Step step) {
        var gradient = step.gradient();
        var length = gradient.square().sum().sqrt();
        var usual = step.state("length", step.constant(1), old -> old.mul(0.9).add(length.mul(0.1)));
        var unit = gradient.div(length.add(1e-6));
        return step.parameter().sub(direction(step, unit).div(usual.add(0.5)).mul(step.learningRate()));
    }

    private static Tensor direction(Step step, Tensor unit) {
        if (unit.rank() < 2 || unit.size(0) < 2) {
            return unit;
        }
        var zeros = step.parameter().matmul(step.parameter().transpose()).mul(0);
        var gram = unit.matmul(unit.transpose());
        var usual = step.state("gram", zeros, old -> old.mul(0.5).add(gram.mul(0.5)));
        return unit.mul(1.5).sub(usual.matmul(unit).mul(0.5)).add(unit.mean(0).mul(0.01));
    }
}
