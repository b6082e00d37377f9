package org.retrato.runtime.training;

import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.matrix.PanelLayout;

/** Says how a parameter of the network is stored, and translates to and from logical order without gaps. */
sealed interface Layout {

    /** Copies the stored elements to logical order. */
    void unpack(Floats stored, Floats logical);

    /** Stores elements that are given in logical order; padding is left as it is. */
    void pack(Floats logical, Floats stored);

    /** The layout of weights: panels. */
    record Panels(PanelLayout layout) implements Layout {
        @Override
        public void unpack(Floats stored, Floats logical) {
            PanelLayout.unpack(stored, logical, layout.rows(), layout.columns());
        }

        @Override
        public void pack(Floats logical, Floats stored) {
            PanelLayout.pack(logical, stored, layout.rows(), layout.columns());
        }
    }

    /** The layout of biases: as they are, and then padding. */
    record Row(int length) implements Layout {
        @Override
        public void unpack(Floats stored, Floats logical) {
            System.arraycopy(stored.array(), stored.offset(), logical.array(), logical.offset(), length);
        }

        @Override
        public void pack(Floats logical, Floats stored) {
            System.arraycopy(logical.array(), logical.offset(), stored.array(), stored.offset(), length);
        }
    }
}
