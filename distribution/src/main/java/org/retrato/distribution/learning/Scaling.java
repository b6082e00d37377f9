package org.retrato.distribution.learning;

/**
 * Shifts and scales numbers so that those of a sample have mean 0 and deviation 1; a constant stays at 0.
 *
 * @param deviation above 0
 */
record Scaling(double mean, double deviation) {

    static Scaling of(double[] sample) {
        var mean = 0.0;
        for (var value : sample) {
            mean += value / sample.length;
        }
        var variance = 0.0;
        for (var value : sample) {
            variance += (value - mean) * (value - mean) / sample.length;
        }
        return new Scaling(mean, variance > 0 ? Math.sqrt(variance) : 1);
    }

    float apply(double value) {
        return (float) ((value - mean) / deviation);
    }

    double undo(double scaled) {
        return scaled * deviation + mean;
    }
}
