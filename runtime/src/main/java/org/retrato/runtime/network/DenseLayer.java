package org.retrato.runtime.network;

import java.util.Arrays;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.matrix.DenseProducts;

/** Holds the weights of one layer as the matrix products want them, and hands them out in logical order. */
public final class DenseLayer {

    private final int inputs;
    private final int outputs;
    private final DenseProducts products;
    private final Floats weights;
    private final Floats transposed;
    private final Floats biases;

    DenseLayer(int inputs, int outputs, boolean first, float[] weights, float[] biases, FloatArena arena) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.products = new DenseProducts(inputs, outputs, VectorWidth.current());
        this.weights = arena.allocate(products.weights().length());
        this.transposed = arena.allocate(first ? 0 : products.transposed().length());
        this.biases = arena.allocate(Strides.of(outputs));
        products.weights().pack(weights, this.weights);
        System.arraycopy(biases, 0, this.biases.array(), this.biases.offset(), outputs);
        for (var panel = 0; panel < transposedPanels(); panel++) {
            transpose(panel);
        }
    }

    /** Returns a layer with weights of its own, which are the same; to predict with, so it has no transposed ones. */
    DenseLayer copy(FloatArena arena) {
        return new DenseLayer(inputs, outputs, true, weights(), biases(), arena);
    }

    /** Returns the number of inputs. */
    public int inputs() {
        return inputs;
    }

    /** Returns the number of outputs. */
    public int outputs() {
        return outputs;
    }

    /** Returns the matrix products of the layer. */
    public DenseProducts products() {
        return products;
    }

    /** Returns the weights in panels, to be changed in place; {@link #transpose(int)} of all panels follows. */
    public Floats packedWeights() {
        return weights;
    }

    /** Returns the biases and their padding, to be changed in place. */
    public Floats packedBiases() {
        return biases;
    }

    /** Returns a copy of the weights, row by row: {@code [inputs, outputs]}. */
    public float[] weights() {
        return products.weights().unpack(weights);
    }

    /** Returns a copy of the biases. */
    public float[] biases() {
        return Arrays.copyOfRange(biases.array(), biases.offset(), biases.offset() + outputs);
    }

    /** Returns the number of panels of the transposed weights: none in the first layer, whose inputs need no gradient. */
    public int transposedPanels() {
        return transposed.length() == 0 ? 0 : products.transposed().panels();
    }

    /** Brings a panel of the transposed weights up to date. */
    public void transpose(int panel) {
        products.transpose(weights, transposed, panel);
    }

    /** Computes {@code y = xW + b} for some rows. */
    void forward(Floats x, Floats y, int rows) {
        products.forward(weights, biases, x, y, rows);
    }

    /** Computes {@code dx = dy Wᵀ} for some rows. */
    void backward(Floats dy, Floats dx, int rows) {
        products.inputGradient(transposed, dy, dx, rows);
    }
}
