package org.retrato.runtime.training;

import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.matrix.PanelLayout;

/** Says how a parameter of the network is stored, and translates to and from logical order without gaps. */
sealed interface Layout {

    /** Copies the stored elements to logical order. */
    void unpack(Floats stored, Floats logical);

    /** Copies some rows of a matrix with this many columns to logical order. */
    void unpack(Floats stored, int first, int rows, int columns, Floats logical);

    /** Stores elements that are given in logical order; padding is left as it is. */
    void pack(Floats logical, Floats stored);

    /** The layout of weights: panels. */
    record Panels(PanelLayout layout) implements Layout {
        @Override
        public void unpack(Floats stored, Floats logical) {
            layout.unpack(stored, logical);
        }

        @Override
        public void unpack(Floats stored, int first, int rows, int columns, Floats logical) {
            layout.unpack(stored, first, rows, logical);
        }

        @Override
        public void pack(Floats logical, Floats stored) {
            layout.pack(logical, stored);
        }
    }

    /** The layout of biases: as they are, and then padding. */
    record Row(int length) implements Layout {
        @Override
        public void unpack(Floats stored, Floats logical) {
            unpack(stored, 0, 1, length, logical);
        }

        @Override
        public void unpack(Floats stored, int first, int rows, int columns, Floats logical) {
            var from = stored.offset() + first * columns;
            System.arraycopy(stored.array(), from, logical.array(), logical.offset(), rows * columns);
        }

        @Override
        public void pack(Floats logical, Floats stored) {
            System.arraycopy(logical.array(), logical.offset(), stored.array(), stored.offset(), length);
        }
    }
}
