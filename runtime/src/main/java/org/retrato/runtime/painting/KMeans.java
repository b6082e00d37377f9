package org.retrato.runtime.painting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.retrato.runtime.network.Randomness;

/**
 * Finds the colours that stand for all others with the least squared error: Lloyd's algorithm (1982) from a start by
 * k-means++ (Arthur and Vassilvitskii, 2007).
 *
 * <p>Sums run in the order of the points, and every random number is a hash of the seed and a counter: the same points
 * and seed give the same bits.
 */
final class KMeans {
    private static final int MOST_ITERATIONS = 32;

    private final Histogram points;
    private final double[] means;
    private final int[] nearest;
    private final double[] distances;

    private KMeans(Histogram points, int means) {
        this.points = points;
        this.means = new double[3 * means];
        this.nearest = new int[points.size()];
        this.distances = new double[points.size()];
    }

    /** Runs until nothing changes; there are as many means as asked for, or as points if those are fewer. */
    static KMeans of(Histogram points, int means, long seed) {
        var result = new KMeans(points, Math.min(means, points.size()));
        result.start(seed);
        var changed = true;
        for (var i = 0; i < MOST_ITERATIONS && changed; i++) {
            changed = result.assign();
            result.update();
        }
        return result;
    }

    /** Returns the means rounded to 8 bits, without repetitions, each 0xRRGGBB. */
    List<Integer> colours() {
        return IntStream.range(0, means.length / 3)
                .map(i -> round(3 * i) << 16 | round(3 * i + 1) << 8 | round(3 * i + 2))
                .distinct()
                .boxed()
                .toList();
    }

    private int round(int index) {
        return (int) (means[index] + 0.5);
    }

    /** Picks points with a probability in proportion to the error that they cause so far. */
    private void start(long seed) {
        var randomness = Randomness.of(seed).stream("palette");
        Arrays.fill(distances, 1);
        for (var mean = 0; mean < means.length / 3; mean++) {
            System.arraycopy(points.values(), 3 * pick(randomness.uniform(mean)), means, 3 * mean, 3);
            for (var point = 0; point < distances.length; point++) {
                var distance = distance(point, mean);
                distances[point] = mean == 0 ? distance : Math.min(distances[point], distance);
            }
        }
    }

    private int pick(double uniform) {
        var total = 0.0;
        for (var point = 0; point < distances.length; point++) {
            total += error(point);
        }
        var remaining = uniform * total;
        var picked = 0;
        for (var point = 0; point < distances.length && remaining >= 0; point++) {
            if (error(point) > 0) {
                remaining -= error(point);
                picked = point;
            }
        }
        return picked;
    }

    private double error(int point) {
        return distances[point] * points.counts()[point];
    }

    /** Gives each point its nearest mean; returns whether any has a new one. */
    private boolean assign() {
        var changed = false;
        for (var point = 0; point < distances.length; point++) {
            var best = nearest[point];
            var least = distance(point, best);
            for (var mean = 0; mean < means.length / 3; mean++) {
                var distance = distance(point, mean);
                if (distance < least) {
                    least = distance;
                    best = mean;
                }
            }
            changed |= best != nearest[point];
            nearest[point] = best;
            distances[point] = least;
        }
        return changed;
    }

    private void update() {
        var sums = new double[means.length];
        var counts = new double[means.length / 3];
        for (var point = 0; point < distances.length; point++) {
            var count = points.counts()[point];
            for (var channel = 0; channel < 3; channel++) {
                sums[3 * nearest[point] + channel] += count * points.values()[3 * point + channel];
            }
            counts[nearest[point]] += count;
        }
        for (var mean = 0; mean < counts.length; mean++) {
            if (counts[mean] == 0) {
                relocate(mean);
            } else {
                for (var channel = 0; channel < 3; channel++) {
                    means[3 * mean + channel] = sums[3 * mean + channel] / counts[mean];
                }
            }
        }
    }

    /** Moves a mean that nobody is nearest to onto the point that causes the largest error. */
    private void relocate(int mean) {
        var worst = 0;
        for (var point = 1; point < distances.length; point++) {
            worst = error(point) > error(worst) ? point : worst;
        }
        System.arraycopy(points.values(), 3 * worst, means, 3 * mean, 3);
        distances[worst] = 0;
    }

    private double distance(int point, int mean) {
        var red = points.values()[3 * point] - means[3 * mean];
        var green = points.values()[3 * point + 1] - means[3 * mean + 1];
        var blue = points.values()[3 * point + 2] - means[3 * mean + 2];
        return red * red + green * green + blue * blue;
    }
}
