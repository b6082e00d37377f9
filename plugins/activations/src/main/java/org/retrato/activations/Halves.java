package org.retrato.activations;

import org.retrato.api.Tensor;

/** Cuts the units of a layer into two halves, of which one is a gate for the other. */
record Halves(Tensor first, Tensor second) {

    static Halves of(Tensor x) {
        var width = x.size(-1);
        if (width % 2 != 0) {
            throw new IllegalArgumentException("one half of the units is a gate for the other, but there are " + width
                    + "; take an even number, as " + (width + 1));
        }
        return new Halves(x.slice(-1, 0, width / 2), x.slice(-1, width / 2, width));
    }
}
