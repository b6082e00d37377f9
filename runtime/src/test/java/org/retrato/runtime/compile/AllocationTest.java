package org.retrato.runtime.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.api.Tensor.where;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.graph.Gradient;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

class AllocationTest {

    private static final int RUNS = 1_000;

    /** Vectors are objects until the just-in-time compiler has dealt with a loop. */
    private static final int MOST_ROUNDS = 5_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Named<UnaryOperator<Tensor>>> formulas() {
        return Stream.of(
                Named.of("one loop", x -> x.mul(x.sigmoid())),
                Named.of("a function with rare arguments", Tensor::sin),
                Named.of("a loop in stages", x -> x.abs().pow(1.5).tanh().pow(x).softplus()),
                Named.of("rows", x -> x.logSoftmax(-1)),
                Named.of("columns", x -> x.sub(x.mean(0)).div(x.max(0).abs().add(1))),
                Named.of(
                        "numbers",
                        x -> x.mul(where(
                                x.sum().greaterThan(0),
                                x.max().exp(),
                                x.square().mean().sqrt()))),
                Named.of("pieces", x -> x.slice(1, 0, 2).append(1, x.slice(1, 2, 5))),
                Named.of("products", x -> x.transpose().matmul(x)));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void a_run_and_the_run_of_its_gradient_allocate_nothing_once_compiled(UnaryOperator<Tensor> formula) {
        var graph = new Graph();
        var x = graph.input("x", Shape.of(7, 5));
        var y = (Node) formula.apply(x);
        var gradient = Gradient.of(y, graph.constant(1, y.shape()), List.of(x));
        var execution = new Compiler(new KernelCompiler())
                .compile(List.of(x), List.of(y, gradient.getFirst()))
                .start();
        execution.input(0, Run.room(35));
        execution.output(0, Run.room(35));
        execution.output(1, Run.room(35));

        var allocated = allocated(execution);
        for (var round = 0; round < MOST_ROUNDS && allocated > 0; round++) {
            allocated = allocated(execution);
        }
        assertThat(allocated).as("bytes in %d runs", RUNS).isZero();
    }

    private static long allocated(Execution execution) {
        var before = THREADS.getCurrentThreadAllocatedBytes();
        for (var run = 0; run < RUNS; run++) {
            execution.run(7);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
