package org.retrato.runtime.compile.matrix;

import static org.retrato.runtime.compile.matrix.PanelLayout.ALIGNMENT;

import java.util.EnumMap;
import java.util.Map;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.matrix.MicroKernel.Operand;

/** Holds the kernels for each width of a panel. All layers share them: the just-in-time compiler learns each one once. */
final class MicroKernels {
    private static final Map<VectorWidth, MicroKernels> SHARED = new EnumMap<>(VectorWidth.class);

    private final MicroKernel[] rowsApart;
    private final MicroKernel[] columnsApart;

    private MicroKernels(VectorWidth width) {
        rowsApart = generate(width, Operand.ROWS_APART);
        columnsApart = generate(width, Operand.COLUMNS_APART);
    }

    /** Returns the kernels for vectors of the given width. */
    static MicroKernels of(VectorWidth width) {
        synchronized (SHARED) {
            return SHARED.computeIfAbsent(width, MicroKernels::new);
        }
    }

    /** Returns the kernel for panels of the given width. */
    MicroKernel get(Operand a, int columns) {
        var kernels = switch (a) {
            case ROWS_APART -> rowsApart;
            case COLUMNS_APART -> columnsApart;
        };
        return kernels[columns / ALIGNMENT - 1];
    }

    private static MicroKernel[] generate(VectorWidth width, Operand a) {
        var kernels = new MicroKernel[PanelLayout.panelWidth(width) / ALIGNMENT];
        for (int index = 0; index < kernels.length; index++) {
            int columns = (index + 1) * ALIGNMENT;
            kernels[index] = MicroKernelGenerator.generate(width, columns / width.lanes(), a);
        }
        return kernels;
    }
}
