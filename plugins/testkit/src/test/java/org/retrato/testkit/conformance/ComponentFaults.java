package org.retrato.testkit.conformance;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Schedule;
import org.retrato.api.Step;
import org.retrato.api.Style;
import org.retrato.api.Tensor;

/** Holds schedules, styles and records of any kind each of which breaks one rule, and parts that break none. */
public final class ComponentFaults {

    private static int calls;

    private ComponentFaults() {}

    /** Yields a vector. */
    public record Vector() implements Schedule {
        @Override
        public Tensor at(Tensor step, Tensor steps) {
            return step.div(steps).rsub(1).unsqueeze(0);
        }
    }

    /** Counts in a static field. */
    public record CountingDown() implements Schedule {
        @Override
        public Tensor at(Tensor step, Tensor steps) {
            return step.constant(1.0 / (1 + calls++));
        }
    }

    /** Divides by the number of the last step, which may be 0. */
    public record ToZero() implements Schedule {
        @Override
        public Tensor at(Tensor step, Tensor steps) {
            return step.div(steps.sub(1)).rsub(1);
        }
    }

    /** Falls twice as far as there is. */
    public record BelowZero() implements Schedule {
        @Override
        public Tensor at(Tensor step, Tensor steps) {
            return step.div(steps).mul(2).rsub(1);
        }
    }

    /** Doubles the learning rate. */
    public record Doubling() implements Schedule {
        @Override
        public Tensor at(Tensor step, Tensor steps) {
            return step.div(steps).rsub(2);
        }
    }

    /** Breaks no rule. */
    public record Bend() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }
    }

    /** Breaks no rule. */
    public record Distance() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return output.sub(target).square();
        }
    }

    /** Breaks no rule. */
    public record Descent(double learningRate) implements Optimizer {
        public Descent {
            Range.positive("learningRate", learningRate);
        }

        public Descent() {
            this(0.1);
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter().sub(step.gradient().mul(step.learningRate()));
        }
    }

    /** Breaks no rule. */
    public record Steady() implements Schedule {
        @Override
        public Tensor at(Tensor step, Tensor steps) {
            return step.constant(1);
        }
    }

    /** Paints much too fast. */
    public record Hasty(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {
        public Hasty() {
            this(new Bend(), new Distance(), new Descent(1e6), new Steady());
        }
    }

    /** Keeps its parts to itself. */
    public record Secretive() implements Style {
        @Override
        public Activation activation() {
            return new Bend();
        }

        @Override
        public Loss loss() {
            return new Distance();
        }

        @Override
        public Optimizer optimizer() {
            return new Descent();
        }

        @Override
        public Schedule schedule() {
            return new Steady();
        }
    }

    /** Refers to what nobody has. */
    public record Dangling(Activation activation, Loss loss, Optimizer optimizer, Schedule schedule) implements Style {
        public Dangling() {
            this(Activation.of("nowhere:relu"), new Distance(), new Descent(), new Steady());
        }
    }

    /** Is a class, whose hyperparameters nobody can see. */
    public static final class Hidden implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }
    }

    /** Has defaults that it refuses. */
    public record Strict(double slope) implements Activation {
        public Strict {
            Range.positive("slope", slope);
        }

        public Strict() {
            this(0);
        }

        @Override
        public Tensor apply(Tensor x) {
            return x.mul(slope).tanh();
        }
    }

    /** Takes any number, and NaN. */
    public record Careless(double slope) implements Activation {
        public Careless() {
            this(1);
        }

        @Override
        public Tensor apply(Tensor x) {
            return x.mul(slope).tanh();
        }
    }

    /** Refuses without a name. */
    public record Curt(double slope) implements Activation {
        public Curt {
            if (!(slope > 0)) {
                throw new IllegalArgumentException("must be positive");
            }
        }

        public Curt() {
            this(1);
        }

        @Override
        public Tensor apply(Tensor x) {
            return x.mul(slope).tanh();
        }
    }

    /** Tells another number than it was given. */
    public record Boasting(double slope) implements Activation {
        public Boasting {
            Range.positive("slope", slope);
        }

        public Boasting() {
            this(1);
        }

        @Override
        public double slope() {
            return 2 * slope;
        }

        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }
    }

    /** Refuses well, but does not say beforehand what it takes. */
    public record Surprising(double slope) implements Activation {
        public Surprising {
            if (!(slope > 0)) {
                throw new IllegalArgumentException("slope is " + slope + ", and must be above 0");
            }
        }

        public Surprising() {
            this(1);
        }

        @Override
        public Tensor apply(Tensor x) {
            return x.mul(slope).tanh();
        }
    }
}
