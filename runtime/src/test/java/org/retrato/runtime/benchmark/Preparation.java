package org.retrato.runtime.benchmark;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;

/** Is what all benchmarks of kernels have in common: the threads, and what prepares the work for them. */
@State(Scope.Benchmark)
public class Preparation {

    @Param({"1", "2"})
    public int threads;

    private Workers workers;

    /** Returns what prepares the work. */
    Workloads workloads() {
        workers = new Workers(threads);
        return new Workloads(new Compiler(new KernelCompiler()), workers);
    }

    @TearDown
    public void endThreads() {
        workers.close();
    }
}
