package org.retrato.runtime.compile.matrix;

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
        for (int panel = 0; panel < products.transposed().panels(); panel++) {
            products.transpose(packedWeights, packedTransposed, panel);
        }
    }

    Floats paddedX() {
        return padded(x, size.rows(), size.inputs());
    }

    Floats paddedDy() {
        return padded(dy, size.rows(), size.outputs());
    }

    Floats paddedBias() {
        return padded(bias, 1, size.outputs());
    }

    /** Returns memory for a tile, full of NaN. */
    static Floats emptyTile(int rows, int width) {
        var array = new float[MARGIN + PanelLayout.room(rows, width)];
        Arrays.fill(array, Float.NaN);
        return new Floats(array, MARGIN, array.length - MARGIN);
    }

    /** Returns the elements of a tile, without padding. */
    static float[] elements(Floats tile, int rows, int width) {
        var elements = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            int start = tile.offset() + row * PanelLayout.stride(width);
            System.arraycopy(tile.array(), start, elements, row * width, width);
        }
        return elements;
    }

    private static Floats padded(float[] elements, int rows, int width) {
        var tile = emptyTile(rows, width);
        for (int row = 0; row < rows; row++) {
            int start = tile.offset() + row * PanelLayout.stride(width);
            System.arraycopy(elements, row * width, tile.array(), start, width);
        }
        return tile;
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
