package org.retrato.runtime.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.graph.Evaluator;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Rows;
import org.retrato.runtime.graph.Shape;

/** Is a network with its weights: what training changes, and what predicts. */
public final class Model {

    private final Network network;
    private final CompiledFormula encoding;
    private final FloatArena arena = new FloatArena();
    private final List<Floats> constants = new ArrayList<>();
    private final List<DenseLayer> layers = new ArrayList<>();
    private final List<ActivationFunction> activations = new ArrayList<>();
    private final CompiledFormula prediction;
    private final Queue<Prediction> idle = new ConcurrentLinkedQueue<>();

    /**
     * Builds a network with initial weights.
     *
     * @param randomness where the initial weights and the constants of the encoding come from
     * @throws IllegalArgumentException if a formula of the activation or the loss does not fit
     */
    public Model(Network network, Activation activation, Loss loss, Randomness randomness, Compiler compiler) {
        this.network = network;
        var graph = new Graph();
        var inputs = graph.input("inputs", Shape.of(Shape.BATCH, network.inputs()));
        var draws = new Draws(graph, randomness.stream("encoding"), 0, 1, network.inputs(), network.inputs());
        var features = (Node) network.encoding().apply(inputs, draws);
        var arguments = new ArrayList<>(List.of(inputs));
        arguments.addAll(draws.numbers().keySet());
        draws.numbers()
                .values()
                .forEach(numbers -> constants.add(new Floats(floats(numbers, Strides.of(numbers.length)))));
        encoding = compiler.compile(arguments, List.of(features));

        var width = features.shape().size(1);
        for (var units : network.hidden()) {
            addLayer(activation, width, units, randomness);
            var function = ActivationFunction.of(activation, units, compiler);
            activations.add(function);
            width = function.outputs();
        }
        addLayer(activation, width, network.outputs(), randomness);
        prediction = prediction(loss, network.outputs(), compiler);
    }

    private Model(Model other) {
        network = other.network;
        encoding = other.encoding;
        constants.addAll(other.constants);
        activations.addAll(other.activations);
        prediction = other.prediction;
        other.layers.forEach(layer -> layers.add(layer.copy(arena)));
    }

    /** Returns a model with weights of its own, which are the same; to predict with, not to be trained. */
    public Model copy() {
        return new Model(this);
    }

    private void addLayer(Activation activation, int inputs, int outputs, Randomness randomness) {
        var graph = new Graph();
        var index = layers.size();
        var stream = randomness.stream("layer").stream(index);
        var draws = new Draws(graph, stream, index, network.hidden().size() + 1, inputs, outputs);
        var weights = FormulaException.record(activation, () -> activation.weights(draws));
        var biases = FormulaException.record(activation, () -> activation.biases(draws));
        requireShape(activation, "weights", weights, Shape.of(inputs, outputs));
        requireShape(activation, "biases", biases, Shape.of(outputs));
        var initial = new Evaluator(List.copyOf(draws.numbers().keySet()), List.of(weights, biases))
                .evaluate(1, draws.numbers().values().toArray(double[][]::new)).stream()
                        .map(numbers -> floats(numbers, numbers.length))
                        .toList();
        layers.add(new DenseLayer(inputs, outputs, layers.isEmpty(), initial.get(0), initial.get(1), arena));
    }

    private static void requireShape(Activation activation, String what, Node node, Shape shape) {
        if (!node.shape().equals(shape)) {
            throw new FormulaException(
                    activation,
                    "the initial " + what + " have the shape " + node.shape() + ", but the layer needs " + shape);
        }
    }

    private static CompiledFormula prediction(Loss loss, int outputs, Compiler compiler) {
        var output = new Graph().input("output", Shape.of(Shape.BATCH, outputs));
        var prediction = FormulaException.record(loss, () -> loss.predict(output));
        if (!prediction.shape().equals(output.shape()) || !Rows.areIndependent(prediction)) {
            throw new FormulaException(
                    loss,
                    "it predicts " + prediction.shape() + "; a prediction has the shape of the output, "
                            + output.shape() + ", each row from the same row of the output alone");
        }
        return compiler.compile(List.of(output), List.of(prediction));
    }

    private static float[] floats(double[] numbers, int room) {
        var floats = new float[room];
        for (var i = 0; i < numbers.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /** Returns what the network is. */
    public Network network() {
        return network;
    }

    /** Returns the layers, the output layer last. */
    public List<DenseLayer> layers() {
        return layers;
    }

    /** Returns the number of weights and biases. */
    public long parameters() {
        return layers.stream()
                .mapToLong(layer -> (layer.inputs() + 1L) * layer.outputs())
                .sum();
    }

    /** Returns the SHA-256 of all weights and biases in logical order, little-endian, in hexadecimal. */
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var layer : layers) {
                digest.update(bytes(layer.weights()));
                digest.update(bytes(layer.biases()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(float[] values) {
        var buffer = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    /** Predicts a row of outputs for each row of inputs, given without gaps. */
    public float[] predict(float[] inputs, Workers workers) {
        if (inputs.length % network.inputs() != 0) {
            throw new IllegalArgumentException(
                    inputs.length + " numbers are no rows of " + network.inputs() + " inputs");
        }
        var count = inputs.length / network.inputs();
        var predicted = new float[Math.multiplyExact(count, network.outputs())];
        workers.run(Math.ceilDiv(count, Tile.ROWS), (tile, _) -> {
            var first = tile * Tile.ROWS;
            predict(inputs, first, Math.min(Tile.ROWS, count - first), predicted);
        });
        return predicted;
    }

    /** Predicts a row of outputs for each row of inputs, on one thread. */
    public float[][] predict(float[][] inputs) {
        var predicted = new float[inputs.length][network.outputs()];
        for (var row = 0; row < inputs.length; row++) {
            if (inputs[row].length != network.inputs()) {
                throw new IllegalArgumentException("row " + row + " has " + inputs[row].length
                        + " numbers, but the network has " + network.inputs() + " inputs");
            }
            predict(inputs[row], 0, 1, predicted[row]);
        }
        return predicted;
    }

    private void predict(float[] inputs, int first, int rows, float[] predicted) {
        var waiting = idle.poll();
        var prediction = waiting != null ? waiting : new Prediction();
        prediction.run(inputs, first, rows, predicted);
        idle.add(prediction);
    }

    CompiledFormula encoding() {
        return encoding;
    }

    List<Floats> constants() {
        return constants;
    }

    List<ActivationFunction> activations() {
        return activations;
    }

    /** Runs tiles forward and through the inverse link of the loss; its memory is large, and used again. */
    private final class Prediction {

        private final FloatArena memory = new FloatArena();
        private final Tile tile = new Tile(Model.this, Tile.ROWS, false, memory);
        private final Floats outputs = Strides.tile(memory, Tile.ROWS, network.outputs());
        private final Floats linked = Strides.tile(memory, Tile.ROWS, network.outputs());
        private final Execution link = prediction.start();

        Prediction() {
            link.input(0, outputs);
            link.output(0, linked);
        }

        void run(float[] inputs, int first, int rows, float[] predicted) {
            var from = first * network.inputs();
            System.arraycopy(inputs, from, tile.inputs().array(), tile.inputs().offset(), rows * network.inputs());
            Strides.gather(tile.forward(rows), network.outputs(), outputs, 0, rows);
            link.run(rows);
            var to = first * network.outputs();
            System.arraycopy(linked.array(), linked.offset(), predicted, to, rows * network.outputs());
        }
    }
}
