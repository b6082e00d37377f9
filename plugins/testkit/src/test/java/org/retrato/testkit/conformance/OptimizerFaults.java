package org.retrato.testkit.conformance;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/** Holds optimizers each of which breaks one rule. */
public final class OptimizerFaults {

    private static int calls;

    private OptimizerFaults() {}

    private static Tensor descent(Step step, Tensor direction) {
        return step.parameter().sub(direction.mul(step.learningRate()));
    }

    /** Takes the rate from its field, so that no schedule reaches it. */
    public record Deaf(double learningRate) implements Optimizer {
        public Deaf {
            Range.positive("learningRate", learningRate);
        }

        public Deaf() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter().sub(step.gradient().mul(learningRate));
        }
    }

    /** Has a rate of 0 unless told otherwise. */
    public record Idle(double learningRate) implements Optimizer {
        public Idle {
            Range.notNegative("learningRate", learningRate);
        }

        public Idle() {
            this(0);
        }

        @Override
        public Tensor update(Step step) {
            return descent(step, step.gradient());
        }
    }

    /** Takes the root of what may be negative. */
    public record Undefined(double learningRate) implements Optimizer {
        public Undefined {
            Range.positive("learningRate", learningRate);
        }

        public Undefined() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            return descent(step, step.gradient().sqrt());
        }
    }

    /** Counts its steps in a static field. */
    public record Forgetful(double learningRate) implements Optimizer {
        public Forgetful {
            Range.positive("learningRate", learningRate);
        }

        public Forgetful() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            return descent(step, step.gradient().mul(1 + 0.01 * calls++));
        }
    }

    /** Goes up. */
    public record Climbing(double learningRate) implements Optimizer {
        public Climbing {
            Range.positive("learningRate", learningRate);
        }

        public Climbing() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter().add(step.gradient().mul(step.learningRate()));
        }
    }

    /** Decays the weights, whatever the rate is. */
    public record Decaying(double learningRate) implements Optimizer {
        public Decaying {
            Range.positive("learningRate", learningRate);
        }

        public Decaying() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter().mul(0.99999).sub(step.gradient().mul(step.learningRate()));
        }
    }

    /** Multiplies by the root of the rate. */
    public record Rooted(double learningRate) implements Optimizer {
        public Rooted {
            Range.positive("learningRate", learningRate);
        }

        public Rooted() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter().sub(step.gradient().mul(step.learningRate().pow(0.3)));
        }
    }

    /** Keeps a small mean beside a large number. */
    public record Imprecise(double learningRate) implements Optimizer {
        public Imprecise {
            Range.positive("learningRate", learningRate);
        }

        public Imprecise() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            var large = 1e4;
            var mean = step.state(
                    "mean",
                    step.parameter().mul(0).add(large),
                    old -> old.sub(large).mul(0.9).add(step.gradient().mul(0.1)).add(large));
            return descent(step, mean.sub(large));
        }
    }

    /** Puts the length of a tensor into the formula. */
    public record Sized(double learningRate) implements Optimizer {
        public Sized {
            Range.positive("learningRate", learningRate);
        }

        public Sized() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            return descent(step, step.gradient().div(step.parameter().size(0)));
        }
    }

    /** Divides by the size of gradients, which may be 0. */
    public record Dividing(double learningRate) implements Optimizer {
        public Dividing {
            Range.positive("learningRate", learningRate);
        }

        public Dividing() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            var gradient = step.gradient();
            var square = step.state(
                    "square", old -> old.mul(0.9).add(gradient.square().mul(0.1)));
            return descent(step, gradient.div(square.sqrt()));
        }
    }

    /** Takes the third power of gradients. */
    public record Cubic(double learningRate) implements Optimizer {
        public Cubic {
            Range.positive("learningRate", learningRate);
        }

        public Cubic() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            var square = step.gradient().square();
            return descent(step, step.gradient().mul(square).div(square.add(1e-8)));
        }
    }

    /** Divides by the deviation of a sample, which takes two. */
    public record Sampled(double learningRate) implements Optimizer {
        public Sampled {
            Range.positive("learningRate", learningRate);
        }

        public Sampled() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            var gradient = step.gradient();
            var count = gradient.mul(0).add(1).sum();
            var variance = gradient.sub(gradient.mean()).square().sum().div(count.sub(1));
            return descent(step, gradient.div(variance.sqrt().add(0.1)));
        }
    }

    /** Looks at how many threads there are. */
    public record Threaded(double learningRate) implements Optimizer {
        public Threaded {
            Range.positive("learningRate", learningRate);
        }

        public Threaded() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            return descent(
                    step,
                    step.gradient().mul(1 + 0.01 * Thread.getAllStackTraces().size()));
        }
    }

    /** Gets tired too fast. */
    public record Dying(double learningRate) implements Optimizer {
        public Dying {
            Range.positive("learningRate", learningRate);
        }

        public Dying() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            return descent(step, step.gradient().div(step.iteration().square()));
        }
    }

    /** Stops for good when the gradient changes sign, as noise makes it. */
    public record Frightened(double learningRate) implements Optimizer {
        public Frightened {
            Range.positive("learningRate", learningRate);
        }

        public Frightened() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            var gradient = step.gradient();
            var turned = new Tensor[1];
            step.state("previous", old -> {
                turned[0] = old.mul(gradient).lessThan(0);
                return gradient;
            });
            var one = step.parameter().mul(0).add(1);
            var size = step.state("size", one, old -> old.mul(where(turned[0], 0, 1)));
            return descent(step, gradient.mul(size));
        }
    }

    /** Gets tired, and does not reach the end of a long valley. */
    public record Tiring(double learningRate) implements Optimizer {
        public Tiring {
            Range.positive("learningRate", learningRate);
        }

        public Tiring() {
            this(0.1);
        }

        @Override
        public Tensor update(Step step) {
            return descent(step, step.gradient().div(step.iteration().pow(0.7)));
        }
    }
}
