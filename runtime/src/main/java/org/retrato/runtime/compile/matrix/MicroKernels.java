package org.retrato.runtime.compile.matrix;

import java.util.EnumMap;
import java.util.Map;
import org.retrato.runtime.compile.machine.VectorWidth;

/** Holds the kernels for vectors of one width. All layers share them: the just-in-time compiler learns each one once. */
final class MicroKernels {
    private static final Map<VectorWidth, MicroKernels> SHARED = new EnumMap<>(VectorWidth.class);

    private final int group;
    private final int columns;
    private final Filling filling;
    private final MicroKernel[] kernels = new MicroKernel[MicroKernel.GROUPS];

    private MicroKernels(VectorWidth width) {
        group = MicroKernelGenerator.group(width);
        columns = MicroKernelGenerator.columns(width);
        filling = Filling.generate(width);
        for (int groups = 1; groups <= kernels.length; groups++) {
            kernels[groups - 1] = MicroKernelGenerator.generate(width, groups);
        }
    }

    /** Returns the kernels for vectors of the given width. */
    static MicroKernels of(VectorWidth width) {
        synchronized (SHARED) {
            return SHARED.computeIfAbsent(width, MicroKernels::new);
        }
    }

    /** Returns the kernel for strips of so many groups of columns. */
    MicroKernel get(int groups) {
        return kernels[groups - 1];
    }

    /** Returns the number of columns of a group. */
    int group() {
        return group;
    }

    /** Returns the number of columns of the longest strip. */
    int strip() {
        return MicroKernel.GROUPS * group;
    }

    /** Returns the number of columns that a kernel multiplies a strip with. */
    int columns() {
        return columns;
    }

    /** Returns what lets the sums begin. */
    Filling filling() {
        return filling;
    }
}
