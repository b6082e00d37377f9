package org.retrato.runtime.compile.loop;

/**
 * Runs a kernel on next to nothing, often enough for the just-in-time compiler to take note of it. A kernel that first runs
 * over a long array would be interpreted for long, and be compiled twice: as the loop that it is in, and for the next run.
 */
record WarmUp(Kernel kernel, int arrays, int scalars) implements Runnable {

    private static final int RUNS = 64;

    static WarmUp of(Kernel kernel, Program program) {
        return new WarmUp(kernel, program.arrays(), program.scalars());
    }

    @Override
    public void run() {
        var numbers = new float[arrays][Kernel.GRANULARITY];
        for (var run = 0; run < RUNS; run++) {
            kernel.run(numbers, new int[arrays], new float[scalars], Kernel.GRANULARITY);
        }
    }
}
