package org.retrato.runtime.catalog;

import java.nio.file.Path;
import java.util.List;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Name;
import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Schedule;
import org.retrato.api.Step;
import org.retrato.api.Style;
import org.retrato.api.Tensor;
import org.retrato.runtime.plugins.Plugin;

/** Components and plugins that the tests of the catalog share. */
final class Samples {

    private Samples() {}

    static Plugin plugin(String id, List<Class<? extends Component>> components) {
        return new Plugin(id, "1.0.0", Path.of(id + ".jar"), "", "", "", "", components);
    }

    static Catalog catalog() {
        return Catalog.of(List.of(
                plugin(
                        "classics",
                        List.of(Relu.class, Huber.class, Adam.class, Sgd.class, Lookahead.class, Noted.class)),
                plugin("styles", List.of(Impressionist.class, Lost.class, Constant.class))));
    }

    record Relu() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.maximum(0);
        }
    }

    record Huber(double delta) implements Loss {
        Huber {
            Range.positive("delta", delta);
        }

        Huber() {
            this(1);
        }

        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return output;
        }
    }

    record Sgd(double learningRate) implements Optimizer {
        Sgd() {
            this(0.01);
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter();
        }
    }

    record Adam(double learningRate, double beta1, boolean amsgrad) implements Optimizer {
        Adam {
            Range.positive("learningRate", learningRate);
            Range.fraction("beta1", beta1);
        }

        Adam() {
            this(1e-3, 0.9, false);
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter();
        }
    }

    record Lookahead(Optimizer inner, int k) implements Optimizer {
        Lookahead {
            Range.atLeast("k", k, 1);
        }

        Lookahead() {
            this(new Adam(), 5);
        }

        @Override
        public double learningRate() {
            return inner.learningRate();
        }

        @Override
        public Tensor update(Step step) {
            return inner.update(step);
        }
    }

    @Name("noted2")
    record Noted(String note, long seed) implements Activation {
        Noted() {
            this("plain", 1);
        }

        @Override
        public Tensor apply(Tensor x) {
            return x;
        }
    }

    record Constant() implements Schedule {
        @Override
        public Tensor at(Tensor step, Tensor steps) {
            return step;
        }
    }

    record Impressionist(Activation activation, Loss loss, Optimizer optimizer) implements Style {
        Impressionist() {
            this(Activation.of("relu"), Loss.of("huber(delta=0.1)"), Optimizer.of("lookahead(inner=adam(beta1=0.8))"));
        }
    }

    record Lost(Activation activation, Loss loss, Optimizer optimizer) implements Style {
        Lost() {
            this(Activation.of("relu"), Loss.of("huber"), Optimizer.of("adan"));
        }
    }

    /** Takes the name of the other Adam. */
    @Name("adam")
    record OtherAdam(double learningRate) implements Optimizer {
        OtherAdam() {
            this(1e-4);
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter();
        }
    }

    /** Refers to itself by way of {@link Back}. */
    record Forth(Optimizer inner) implements Optimizer {
        Forth() {
            this(Optimizer.of("back"));
        }

        @Override
        public double learningRate() {
            return 1;
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter();
        }
    }

    record Back(Optimizer inner) implements Optimizer {
        Back() {
            this(Optimizer.of("forth"));
        }

        @Override
        public double learningRate() {
            return 1;
        }

        @Override
        public Tensor update(Step step) {
            return step.parameter();
        }
    }
}
