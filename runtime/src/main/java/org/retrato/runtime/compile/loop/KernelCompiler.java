package org.retrato.runtime.compile.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.retrato.runtime.compile.machine.VectorWidth;

/**
 * Compiles loops to kernels. Loops of the same instructions get the same kernel, as long as it is among the recently used
 * ones. Threads may share a compiler.
 */
public final class KernelCompiler {

    private static final int REMEMBERED = 1024;

    private final VectorWidth width;

    private final Map<Program, Kernel> kernels = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Program, Kernel> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Compiles for the widest vectors that the machine prefers. */
    public KernelCompiler() {
        this(VectorWidth.current());
    }

    /** Compiles for vectors of a width. */
    public KernelCompiler(VectorWidth width) {
        this.width = width;
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
            return Emitter.compile(program, width);
        }
        var stages = Stages.of(program);
        var arrays = stages.stream().mapToInt(Program::arrays).max().orElseThrow();
        var kernels =
                stages.stream().map(stage -> Emitter.compile(stage, width)).toList();
        return new StagedKernel(kernels, program.arrays(), arrays - program.arrays());
    }
}
