package org.retrato.runtime.benchmark;

import java.util.concurrent.TimeUnit;
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
import org.retrato.api.Activation;
import org.retrato.api.Tensor;

/** Times the fused loops of functions, within the caches and beyond. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@State(Scope.Benchmark)
public class ElementLoopsBenchmark {

    @Param({"16384", "16777216"})
    public int elements;

    @Param
    public Function function;

    private Runnable loop;

    /** A function, and its formula. */
    public enum Function {
        COPY(x -> x.add(1)),
        EXP(Tensor::exp),
        LOG(x -> x.abs().log()),
        SIN(Tensor::sin),
        TANH(Tensor::tanh),
        GELU(x -> x.mul(0.5).mul(x.mul(Math.sqrt(0.5)).erf().add(1)));

        private final Activation formula;

        Function(Activation formula) {
            this.formula = formula;
        }
    }

    @Setup
    public void prepare(Preparation preparation) {
        loop = preparation.workloads().activation(function.formula, elements).run();
    }

    @Benchmark
    public void values() {
        loop.run();
    }
}
