package org.retrato.runtime.compile.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.retrato.runtime.compile.machine.VectorWidth;

/**
 * Compiles loops to kernels. Loops of the same instructions get the same kernel, as long as it is among the recently used
 * ones. Threads may share a compiler.
 */
public final class KernelCompiler {

    private static final int REMEMBERED = 1024;

    private final Supplier<VectorWidth> width;
    private final Executor warmUp;

    private final Map<Program, Kernel> kernels = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Program, Kernel> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Compiles for the widest vectors that the machine prefers. */
    public KernelCompiler() {
        this(_ -> {});
    }

    /**
     * Compiles for the widest vectors that the machine prefers, and warms new kernels up, so that the just-in-time compiler
     * knows them before they are needed.
     *
     * @param warmUp runs what warms a kernel up, in the background, or not at all
     */
    public KernelCompiler(Executor warmUp) {
        this(VectorWidth::current, warmUp); // later, as the vector API takes a while to start
    }

    /** Compiles for vectors of a width. */
    public KernelCompiler(VectorWidth width) {
        this(() -> width, _ -> {});
    }

    private KernelCompiler(Supplier<VectorWidth> width, Executor warmUp) {
        this.width = width;
        this.warmUp = warmUp;
    }

    /**
     * Compiles what has been built of the loop so far.
     *
     * @throws IllegalArgumentException if the loop stores nothing
     */
    public Kernel compile(Loop loop) {
        var program = loop.program();
        if (program.instructions().isEmpty()) {
            throw new IllegalArgumentException("the loop stores nothing; give it a result with store(array, value)");
        }
        synchronized (kernels) {
            return kernels.computeIfAbsent(program, this::compile);
        }
    }

    private Kernel compile(Program program) {
        if (Stages.fits(program)) {
            return emit(program);
        }
        var stages = Stages.of(program);
        var arrays = stages.stream().mapToInt(Program::arrays).max().orElseThrow();
        var kernels = stages.stream().map(this::emit).toList();
        return new StagedKernel(kernels, program.arrays(), arrays - program.arrays());
    }

    private Kernel emit(Program program) {
        var kernel = Emitter.compile(program, width.get());
        warmUp.execute(WarmUp.of(kernel, program));
        return kernel;
    }
}
