package org.retrato.runtime.training;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/** Optimizers of every kind, for the tests. */
final class Optimizers {

    private Optimizers() {}

    /** Divides by the deviation of recent gradients; leaves what has none alone. */
    record Centred(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            var gradient = step.gradient();
            var mean = step.state("mean", old -> old.mul(0.9).add(gradient.mul(0.1)));
            var square = step.state(
                    "square", old -> old.mul(0.9).add(gradient.square().mul(0.1)));
            var deviation = square.sub(mean.square()).maximum(0).sqrt().add(1e-4);
            var updated = step.parameter().sub(gradient.div(deviation).mul(step.learningRate()));
            return where(gradient.equalTo(0), step.parameter(), updated);
        }
    }

    /** Looks ahead; its state starts at the parameter. */
    record Nesterov(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            var ahead = step.parameter().sub(step.gradient().mul(step.learningRate()));
            var last = step.state("last", step.parameter(), _ -> ahead);
            return last.add(ahead.sub(step.parameter()).mul(0.9));
        }
    }

    /** Takes a power of each gradient, and rounds it. */
    record Powers(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            var gradient = step.gradient();
            var power = gradient.abs().add(1e-6).pow(0.7).mul(1024).floor().div(1024);
            return step.parameter().sub(gradient.sign().mul(power).mul(step.learningRate()));
        }
    }

    /** Divides the gradient by its usual length, a state of one number. */
    record Normalized(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            var gradient = step.gradient();
            var length = gradient.square().sum().sqrt();
            var usual = step.state(
                    "length", step.constant(1), old -> old.add(length).mul(0.5));
            return step.parameter().sub(gradient.div(usual).mul(step.learningRate()));
        }
    }

    /** Lets another optimizer see no gradient that is longer than a number, over the whole network. */
    record Clipped(Optimizer inner, double longest) implements Optimizer {
        @Override
        public double learningRate() {
            return inner.learningRate();
        }

        @Override
        public Tensor update(Step step) {
            var length = step.total(step.gradient().square().sum()).sqrt();
            return step.withGradient(step.gradient().mul(length.rdiv(longest).minimum(1)))
                    .update(inner);
        }
    }

    /** Lets another optimizer see the gradient a little way up the slope. */
    record Uphill(Optimizer inner, double way) implements Optimizer {
        @Override
        public double learningRate() {
            return inner.learningRate();
        }

        @Override
        public Tensor update(Step step) {
            var length = step.total(step.gradient().square().sum()).sqrt();
            var point = step.parameter().add(step.gradient().mul(length.rdiv(way)));
            return step.withGradient(step.gradientAt(point)).update(inner);
        }
    }

    /** Goes as far as the loss is high, but for biases; predicts with the mean of all its parameters. */
    record Averaged(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            var rate = step.role() == Role.bias()
                    ? step.learningRate()
                    : step.loss().mul(step.learningRate());
            var updated = step.parameter().sub(step.gradient().mul(rate));
            step.state("mean", step.parameter(), old -> old.add(updated.sub(old).div(step.iteration())));
            return updated;
        }

        @Override
        public Tensor evaluation(Step step) {
            return step.state("mean");
        }
    }

    /** Makes the gradient of a matrix more orthogonal, by one step of Newton and Schulz. */
    record Orthogonal(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            var gradient = step.gradient();
            var x = gradient.div(gradient.square().sum().sqrt().add(1e-6));
            var direction = x.rank() == 2
                    ? x.mul(1.5).sub(x.matmul(x.transpose()).matmul(x).mul(0.5))
                    : x;
            return step.parameter().sub(direction.mul(step.learningRate()));
        }
    }
}
