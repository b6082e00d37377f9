package org.retrato.testkit.conformance;

import org.retrato.api.Loss;
import org.retrato.api.Target;
import org.retrato.api.Tensor;

/** Holds losses each of which breaks one rule. */
public final class LossFaults {

    private static int calls;

    private LossFaults() {}

    private static Tensor squared(Tensor output, Tensor target) {
        return output.sub(target).square();
    }

    /** Sums over the rows and keeps the columns. */
    public record Columns() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return squared(output, target).sum(0);
        }
    }

    /** Works for three outputs only. */
    public record ThreeColours() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return squared(output, target).slice(-1, 0, 3);
        }
    }

    /** Counts in a static field. */
    public record CountingLoss() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return squared(output, target).mul(1 + 0.01 * calls++);
        }
    }

    /** Cross-entropy that says nothing about probabilities. */
    public record NoPrediction() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return target.mul(output.logSoftmax(-1)).sum(-1).neg();
        }

        @Override
        public Target target() {
            return Target.categories();
        }
    }

    /** Predicts one number a row. */
    public record MeanPrediction() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return squared(output, target);
        }

        @Override
        public Tensor predict(Tensor output) {
            return output.mean(-1);
        }
    }

    /** Divides by the target, which may be 0. */
    public record Relative() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return output.sub(target).abs().div(target.abs());
        }
    }

    /** Does what is the runtime's to do. */
    public record Reduced() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return squared(output, target).mean();
        }
    }

    /** Takes the logarithm of a probability that rounds to 0. */
    public record NaiveBinary() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            var share = output.sigmoid();
            return target.mul(share.log())
                    .add(target.rsub(1).mul(share.rsub(1).log()))
                    .neg();
        }

        @Override
        public Tensor predict(Tensor output) {
            return output.sigmoid();
        }
    }

    /** Squares the error, half of which differentiation does not see. */
    public record DetachedError() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            var error = output.sub(target);
            return error.mul(error.detach());
        }
    }

    /** Squares the error by the binomial formula. */
    public record Binomial() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return output.square().sub(output.mul(target).mul(2)).add(target.square());
        }
    }

    /** Rewards errors. */
    public record Rewarding() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return squared(output, target).neg();
        }
    }

    /** Is least beside the target. */
    public record Biased() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return squared(output, target.add(0.1));
        }
    }

    /** Never looks at the output. */
    public record Blind() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return target.square();
        }
    }

    /** Cross-entropy without its sign. */
    public record Unlikely() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return target.mul(output.logSoftmax(-1)).sum(-1);
        }

        @Override
        public Tensor predict(Tensor output) {
            return output.softmax(-1);
        }

        @Override
        public Target target() {
            return Target.categories();
        }
    }

    /** Predicts the opposite of what it learns. */
    public record Contrary() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return output.softplus().sub(output.mul(target));
        }

        @Override
        public Tensor predict(Tensor output) {
            return output.neg().sigmoid();
        }
    }

    /** Knows only targets from -1/2. */
    public record Counts() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return squared(output, target).mul(target.add(0.5).sqrt());
        }
    }
}
