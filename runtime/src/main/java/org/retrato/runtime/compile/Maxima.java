package org.retrato.runtime.compile;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.retrato.runtime.compile.machine.VectorWidth;

/** Finds the largest elements, whose order and number at a time make no difference; NaN where one of them is. */
final class Maxima {

    private static final VectorSpecies<Float> SPECIES = VectorWidth.current().species();

    private Maxima() {}

    /** Returns the largest of {@code count} elements side by side. */
    static float max(float[] elements, int from, int count) {
        var done = SPECIES.loopBound(count);
        var largest = Float.NEGATIVE_INFINITY;
        if (done > 0) {
            var maxima = FloatVector.fromArray(SPECIES, elements, from);
            for (var i = SPECIES.length(); i < done; i += SPECIES.length()) {
                maxima = maxima.max(FloatVector.fromArray(SPECIES, elements, from + i));
            }
            largest = maxima.reduceLanes(VectorOperators.MAX);
        }
        for (var i = done; i < count; i++) {
            largest = Math.max(largest, elements[from + i]);
        }
        return largest;
    }

    /** Finds the largest elements along an axis. */
    static void along(int axis, View in, View out) {
        var outer = in.count(0, axis);
        var length = in.size(axis);
        var inner = in.count(axis + 1, in.rank());
        var elements = in.elements();
        var maxima = out.elements();
        for (var o = 0; o < outer; o++) {
            var from = in.offset() + o * length * inner;
            var to = out.offset() + o * inner;
            if (inner == 1) {
                maxima[to] = max(elements, from, length);
            } else {
                Arrays.fill(maxima, to, to + inner, Float.NEGATIVE_INFINITY);
                for (var i = 0; i < length; i++) {
                    raise(maxima, to, elements, from + i * inner, inner);
                }
            }
        }
    }

    private static void raise(float[] maxima, int to, float[] elements, int from, int count) {
        var done = SPECIES.loopBound(count);
        for (var i = 0; i < done; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, maxima, to + i)
                    .max(FloatVector.fromArray(SPECIES, elements, from + i))
                    .intoArray(maxima, to + i);
        }
        for (var i = done; i < count; i++) {
            maxima[to + i] = Math.max(maxima[to + i], elements[from + i]);
        }
    }
}
