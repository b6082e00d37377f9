package org.retrato.runtime.graph;

import java.util.Arrays;

/** Works out the shape that {@link org.retrato.api.Tensor#reshape} asks for. */
final class Reshaping {

    private Reshaping() {}

    static Shape of(Shape shape, int... sizes) {
        // the first -1 is the batch where there is one, another is computed
        var keepsBatch = shape.hasBatch();
        if (keepsBatch && (shape.size(0) != Shape.BATCH || sizes.length == 0 || sizes[0] != -1)) {
            throw refused(shape, sizes, "the batch must stay the first axis: give -1 first");
        }
        var elements = 1;
        for (var size : shape.sizes()) {
            elements *= size == Shape.BATCH ? 1 : size;
        }
        var known = 1;
        var open = -1;
        for (var axis = keepsBatch ? 1 : 0; axis < sizes.length; axis++) {
            if (sizes[axis] == -1 && open < 0) {
                open = axis;
            } else if (sizes[axis] < 1) {
                throw refused(shape, sizes, "a size must be at least 1, and only one can be computed");
            } else {
                known *= sizes[axis];
            }
        }
        if (open < 0 ? known != elements : elements % known != 0) {
            throw refused(shape, sizes, "the number of elements differs");
        }
        var resolved = sizes.clone();
        if (open >= 0) {
            resolved[open] = elements / known;
        }
        return Shape.of(resolved);
    }

    private static IllegalArgumentException refused(Shape shape, int[] sizes, String reason) {
        return new IllegalArgumentException(
                "reshape: " + shape + " cannot become " + Arrays.toString(sizes) + "; " + reason);
    }
}
