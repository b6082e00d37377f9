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

/** Times the three matrix products of a dense layer. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@State(Scope.Benchmark)
public class MatrixProductsBenchmark {

    @Param({"2x256", "256x256", "256x3", "250x250", "784x512", "1024x1024", "32x32"})
    public String layer;

    @Param({"128", "4096"})
    public int rows;

    private Runnable forward;
    private Runnable inputGradient;
    private Runnable weightGradient;

    @Setup
    public void prepare(Preparation preparation) {
        var workloads = preparation.workloads();
        var inputs = Integer.parseInt(layer.substring(0, layer.indexOf('x')));
        var outputs = Integer.parseInt(layer.substring(layer.indexOf('x') + 1));
        forward = workloads.forward(inputs, outputs, rows).run();
        inputGradient = workloads.inputGradient(inputs, outputs, rows).run();
        weightGradient = workloads.weightGradient(inputs, outputs, rows).run();
    }

    @Benchmark
    public void forward() {
        forward.run();
    }

    @Benchmark
    public void inputGradient() {
        inputGradient.run();
    }

    @Benchmark
    public void weightGradient() {
        weightGradient.run();
    }
}
