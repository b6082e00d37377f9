package org.retrato.runtime.training;

import java.util.List;
import java.util.stream.DoubleStream;
import org.retrato.runtime.network.DenseLayer;

/** A network with one hidden layer of tanh, its squared error and plain gradient descent: in doubles, by loops. */
final class PlainNetwork {

    private final double[][] hidden;
    private final double[] hiddenBiases;
    private final double[][] output;
    private final double[] outputBiases;

    PlainNetwork(List<DenseLayer> layers) {
        hidden = matrix(layers.get(0));
        hiddenBiases = doubles(layers.get(0).biases());
        output = matrix(layers.get(1));
        outputBiases = doubles(layers.get(1).biases());
    }

    /** The gradients of the parameters, and the mean loss. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, not compared
    private record Slope(
            double[][] hidden, double[] hiddenBiases, double[][] output, double[] outputBiases, double loss) {

        double length() {
            var square = square(hiddenBiases) + square(outputBiases);
            for (var row : hidden) {
                square += square(row);
            }
            for (var row : output) {
                square += square(row);
            }
            return Math.sqrt(square);
        }

        private static double square(double... vector) {
            return DoubleStream.of(vector).map(x -> x * x).sum();
        }
    }

    /** Takes a step on all rows, and returns the mean loss before it. */
    double step(float[] inputs, float[] targets, double learningRate) {
        var slope = slope(inputs, targets);
        descend(slope, learningRate);
        return slope.loss();
    }

    /** Takes a step by the gradient that is found a little way up the slope, and returns the mean loss before it. */
    double stepFromUphill(float[] inputs, float[] targets, double learningRate, double way) {
        var slope = slope(inputs, targets);
        descend(slope, -way / slope.length());
        var uphill = slope(inputs, targets);
        descend(slope, way / slope.length());
        descend(uphill, learningRate);
        return slope.loss();
    }

    private Slope slope(float[] inputs, float[] targets) {
        var units = hidden[0].length;
        var outputs = output[0].length;
        var rows = targets.length / outputs;
        var hiddenGradient = new double[hidden.length][units];
        var hiddenBiasGradient = new double[units];
        var outputGradient = new double[units][outputs];
        var outputBiasGradient = new double[outputs];
        var loss = 0.0;
        for (var row = 0; row < rows; row++) {
            var h = new double[units];
            for (var j = 0; j < units; j++) {
                var z = hiddenBiases[j];
                for (var i = 0; i < hidden.length; i++) {
                    z += inputs[row * hidden.length + i] * hidden[i][j];
                }
                h[j] = Math.tanh(z);
            }
            var dh = new double[units];
            for (var k = 0; k < outputs; k++) {
                var error = outputBiases[k] - targets[row * outputs + k];
                for (var j = 0; j < units; j++) {
                    error += h[j] * output[j][k];
                }
                loss += error * error / targets.length;
                var dy = 2 * error / targets.length;
                outputBiasGradient[k] += dy;
                for (var j = 0; j < units; j++) {
                    outputGradient[j][k] += h[j] * dy;
                    dh[j] += output[j][k] * dy;
                }
            }
            for (var j = 0; j < units; j++) {
                var dz = dh[j] * (1 - h[j] * h[j]);
                hiddenBiasGradient[j] += dz;
                for (var i = 0; i < hidden.length; i++) {
                    hiddenGradient[i][j] += inputs[row * hidden.length + i] * dz;
                }
            }
        }
        return new Slope(hiddenGradient, hiddenBiasGradient, outputGradient, outputBiasGradient, loss);
    }

    private void descend(Slope slope, double rate) {
        for (var i = 0; i < hidden.length; i++) {
            descend(hidden[i], slope.hidden()[i], rate);
        }
        descend(hiddenBiases, slope.hiddenBiases(), rate);
        for (var j = 0; j < output.length; j++) {
            descend(output[j], slope.output()[j], rate);
        }
        descend(outputBiases, slope.outputBiases(), rate);
    }

    double hidden(int input, int unit) {
        return hidden[input][unit];
    }

    double output(int unit, int output) {
        return this.output[unit][output];
    }

    private static void descend(double[] parameter, double[] gradient, double learningRate) {
        for (var i = 0; i < parameter.length; i++) {
            parameter[i] -= learningRate * gradient[i];
        }
    }

    private static double[][] matrix(DenseLayer layer) {
        var weights = layer.weights();
        var matrix = new double[layer.inputs()][layer.outputs()];
        for (var i = 0; i < weights.length; i++) {
            matrix[i / layer.outputs()][i % layer.outputs()] = weights[i];
        }
        return matrix;
    }

    private static double[] doubles(float... floats) {
        var doubles = new double[floats.length];
        for (var i = 0; i < floats.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }
}
