package org.retrato.runtime.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.retrato.api.Optimizer;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/** Times the correction of a matrix of weights by optimizers with no, one and two states. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@State(Scope.Benchmark)
public class UpdatesBenchmark {

    @Param({"256", "3162"})
    public int width;

    @Param
    public Technique technique;

    private Runnable update;

    /** An optimizer. */
    public enum Technique {
        SGD(step -> step.parameter().sub(step.gradient().mul(step.learningRate()))),
        MOMENTUM(step -> step.parameter().sub(mean(step, 0.9).mul(step.learningRate()))),
        ADAM(step -> step.parameter()
                .sub(mean(step, 0.9).div(size(step, 0.999).sqrt().add(1e-8)).mul(step.learningRate())));

        private final Function<Step, Tensor> formula;

        Technique(Function<Step, Tensor> formula) {
            this.formula = formula;
        }

        private static Tensor mean(Step step, double decay) {
            return step.state("mean", old -> old.mul(decay).add(step.gradient().mul(1 - decay)));
        }

        private static Tensor size(Step step, double decay) {
            return step.state(
                    "size", old -> old.mul(decay).add(step.gradient().square().mul(1 - decay)));
        }
    }

    private record Formula(double learningRate, Technique technique) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            return technique.formula.apply(step);
        }
    }

    @Setup
    public void prepare(Preparation preparation) {
        update = preparation
                .workloads()
                .update(new Formula(1e-3, technique), width, width)
                .run();
    }

    @Benchmark
    public void update() {
        update.run();
    }
}
