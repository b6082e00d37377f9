package org.retrato.runtime.compile.matrix;

import static org.retrato.runtime.compile.matrix.ScalarProducts.transpose;

import java.util.Arrays;
import java.util.Random;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;

/** Holds a dense layer and a tile of rows with random elements, all of whose padding is NaN. */
final class RandomLayer {
    /** The size of a layer and its tile, and the seed of its elements. */
    record Size(int rows, int inputs, int outputs, VectorWidth width, long seed) {}

    private static final int MARGIN = 7;

    final Size size;
    final DenseProducts products;
    final float[] weights;
    final float[] bias;
    final float[] x;
    final float[] dy;
    final Floats packedWeights;
    final Floats packedTransposed;

    RandomLayer(Size size) {
        this.size = size;
        var random = new Random(size.seed());
        products = new DenseProducts(size.inputs(), size.outputs(), size.width());
        weights = randoms(random, size.inputs() * size.outputs());
        bias = randoms(random, size.outputs());
        x = randoms(random, size.rows() * size.inputs());
        dy = randoms(random, size.rows() * size.outputs());
        packedWeights = packed(products.weights(), weights);
        packedTransposed = packed(products.transposed(), new float[weights.length]);
        for (int panel = 0; panel < products.weights().panels(); panel++) {
            products.transpose(packedWeights, packedTransposed, panel);
        }
    }

    /** Returns x as the layers pass it on: inputs × rows. */
    Floats unitsOfX() {
        return padded(transpose(x, size.rows(), size.inputs()), size.inputs(), size.rows());
    }

    /** Returns dy as the layers pass it back: outputs × rows. */
    Floats unitsOfDy() {
        return padded(transpose(dy, size.rows(), size.outputs()), size.outputs(), size.rows());
    }

    /** Returns some rows of x as the gradient of the weights wants them. */
    Floats rowsOfX(int first, int end) {
        return padded(Arrays.copyOfRange(x, first * size.inputs(), end * size.inputs()), end - first, size.inputs());
    }

    /** Returns some rows of dy as the gradient of the weights wants them. */
    Floats rowsOfDy(int first, int end) {
        return padded(
                Arrays.copyOfRange(dy, first * size.outputs(), end * size.outputs()), end - first, size.outputs());
    }

    Floats paddedBias() {
        var padded = empty(bias.length + PanelLayout.WIDTH);
        System.arraycopy(bias, 0, padded.array(), padded.offset(), bias.length);
        return padded;
    }

    /** Returns memory for a matrix in panels, full of NaN. */
    static Floats empty(int rows, int columns) {
        return empty(PanelLayout.room(rows, columns));
    }

    private static Floats empty(int room) {
        var array = new float[MARGIN + room];
        Arrays.fill(array, Float.NaN);
        return new Floats(array, MARGIN, room);
    }

    private static Floats padded(float[] elements, int rows, int columns) {
        var padded = empty(rows, columns);
        PanelLayout.pack(new Floats(elements), padded, rows, columns);
        return padded;
    }

    private static Floats packed(PanelLayout layout, float[] matrix) {
        var packed = new Floats(new float[layout.length()]);
        Arrays.fill(packed.array(), Float.NaN);
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                packed.array()[layout.index(row, column)] = matrix[row * layout.columns() + column];
            }
        }
        return packed;
    }

    private static float[] randoms(Random random, int count) {
        var floats = new float[count];
        for (int index = 0; index < count; index++) {
            floats[index] = (float) random.nextGaussian();
        }
        return floats;
    }
}
