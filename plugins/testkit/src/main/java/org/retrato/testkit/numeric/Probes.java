package org.retrato.testkit.numeric;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Makes the numbers with which formulas are tried; they are the same every time. */
public final class Probes {

    private static final long SEED = 20261127;

    private Probes() {}

    /** Returns a source of random numbers; each purpose has its own. */
    public static Random random(int purpose) {
        return new Random(SEED + purpose);
    }

    /** Returns numbers of the standard normal distribution, times a scale. */
    public static double[] normal(Random random, int count, double scale) {
        return IntStream.range(0, count)
                .mapToDouble(_ -> floats(random.nextGaussian() * scale))
                .toArray();
    }

    /** Returns numbers from tiny to 500, of both signs, and both zeros. */
    public static double[] moderate() {
        var sizes = new double[] {1e-30, 1e-8, 1e-3, 0.1, 0.3, 0.5, 0.9, 1, 1.5, 2, 3, 4, 6, 10, 20, 50, 100, 200, 500};
        return DoubleStream.concat(DoubleStream.of(0, -0.0), bothSigns(sizes)).toArray();
    }

    /** Returns numbers all over the range of float32, of both signs. */
    public static double[] allSizes() {
        var sizes = IntStream.rangeClosed(Float.MIN_EXPONENT - 23, Float.MAX_EXPONENT)
                .mapToObj(
                        exponent -> DoubleStream.of(1, 1.37, 1.83).map(factor -> floats(Math.scalb(factor, exponent))))
                .flatMapToDouble(numbers -> numbers)
                .toArray();
        return bothSigns(sizes).toArray();
    }

    /** Rounds to float32, so that it is exactly the same number in both precisions. */
    public static double floats(double number) {
        return (float) number;
    }

    private static DoubleStream bothSigns(double... sizes) {
        return Arrays.stream(sizes).flatMap(size -> DoubleStream.of(size, -size));
    }
}
