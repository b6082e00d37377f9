package org.retrato.testkit.activation;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Finds where a derivative jumps. */
final class Kinks {

    private static final int INTERVALS = 800;
    private static final double END = 10.0125; // no kink of a formula is an end of an interval
    private static final int HALVINGS = 50;
    private static final double JUMP = 1e-6;

    private Kinks() {}

    /**
     * Halves intervals, again and again, and keeps the half over which the derivative changes more: where it still does at the
     * end, it jumps.
     *
     * @param derivative computes the derivative at many points
     * @return where it jumps between -10 and 10, from left to right
     */
    static double[] of(UnaryOperator<double[]> derivative) {
        var low = IntStream.range(0, INTERVALS).mapToDouble(Kinks::end).toArray();
        var high = IntStream.range(0, INTERVALS).mapToDouble(i -> end(i + 1)).toArray();
        var atLow = derivative.apply(low);
        var atHigh = derivative.apply(high);
        for (var halving = 0; halving < HALVINGS; halving++) {
            var middle = IntStream.range(0, INTERVALS)
                    .mapToDouble(i -> (low[i] + high[i]) / 2)
                    .toArray();
            var atMiddle = derivative.apply(middle);
            for (var i = 0; i < INTERVALS; i++) {
                var left = Math.abs(atMiddle[i] - atLow[i]) > Math.abs(atHigh[i] - atMiddle[i]);
                (left ? high : low)[i] = middle[i];
                (left ? atHigh : atLow)[i] = atMiddle[i];
            }
        }
        return IntStream.range(0, INTERVALS)
                .filter(i -> Math.abs(atHigh[i] - atLow[i]) > JUMP)
                .mapToDouble(i -> rounded((low[i] + high[i]) / 2))
                .distinct()
                .toArray();
    }

    private static double end(int index) {
        return -END + 2 * END * index / INTERVALS;
    }

    /** Returns the number that an author would have written, if it is as near as that. */
    private static double rounded(double found) {
        var written = Math.rint(found * 1e6) / 1e6;
        return Math.abs(written - found) < 1e-12 ? written + 0.0 : found;
    }
}
