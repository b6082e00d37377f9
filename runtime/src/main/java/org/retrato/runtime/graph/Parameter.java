package org.retrato.runtime.graph;

import java.util.Arrays;

/**
 * Is what an activation learns: a number, or several.
 *
 * @param name what the author calls it
 * @param initial what all its elements are before the first step
 * @param node the input of the formula that stands for it
 */
public record Parameter(String name, double initial, Node node) {

    public Parameter {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a parameter has no name; give it one, as \"slope\"");
        }
        if (!Double.isFinite(initial)) {
            throw new IllegalArgumentException(
                    "the parameter '" + name + "' begins at " + initial + "; give it a finite number");
        }
    }

    static Shape shape(String name, int... sizes) {
        if (Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("the parameter '" + name + "' has the sizes " + Arrays.toString(sizes)
                    + ", each of which must be at least 1; x.size(-1) is the number of units");
        }
        return Shape.of(sizes);
    }

    /** Refuses what is asked for by the same name, and is not the same. */
    void requireSame(double otherInitial, Shape otherShape) {
        if (Double.compare(initial, otherInitial) != 0 || !node.shape().equals(otherShape)) {
            throw new IllegalArgumentException("the parameter '" + name + "' begins at " + initial + " with the shape "
                    + node.shape() + ", and is asked for again with " + otherInitial + " and " + otherShape
                    + "; give each its own name");
        }
    }
}
