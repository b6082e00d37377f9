package org.retrato.runtime.compile.loop;

import java.util.List;

/**
 * Runs several kernels one after the other over blocks that fit the cache.
 *
 * @param stages the kernels
 * @param arrays how many arrays the caller brings; those with higher numbers are scratch
 * @param scratches how many scratch arrays the stages hand values on in
 */
record StagedKernel(List<Kernel> stages, int arrays, int scratches) implements Kernel {

    /** A multiple of the granularity. */
    private static final int BLOCK = 512;

    @Override
    public int passes() {
        return stages.size();
    }

    @Override
    public void run(float[][] given, int[] offsets, float[] scalars, int count) {
        confined().run(given, offsets, scalars, count);
    }

    @Override
    public Kernel confined() {
        return new Confined(this);
    }

    /** The same with scratch of its own. */
    private static final class Confined implements Kernel {

        private final Kernel[] stages;
        private final int arrays;
        private final float[][] all;
        private final int[] starts;

        Confined(StagedKernel kernel) {
            stages = kernel.stages.toArray(Kernel[]::new);
            arrays = kernel.arrays;
            all = new float[arrays + kernel.scratches][];
            for (var scratch = arrays; scratch < all.length; scratch++) {
                all[scratch] = new float[BLOCK];
            }
            starts = new int[all.length];
        }

        @Override
        public void run(float[][] given, int[] offsets, float[] scalars, int count) {
            System.arraycopy(given, 0, all, 0, arrays);
            for (var done = 0; done < count; done += BLOCK) {
                for (var array = 0; array < arrays; array++) {
                    starts[array] = offsets[array] + done;
                }
                for (var stage : stages) {
                    stage.run(all, starts, scalars, Math.min(BLOCK, count - done));
                }
            }
        }
    }
}
