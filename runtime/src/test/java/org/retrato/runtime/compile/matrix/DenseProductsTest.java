package org.retrato.runtime.compile.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.retrato.runtime.compile.matrix.RandomLayer.empty;
import static org.retrato.runtime.compile.matrix.ScalarProducts.product;
import static org.retrato.runtime.compile.matrix.ScalarProducts.transpose;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.runtime.compile.machine.Floats;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.compile.matrix.RandomLayer.Size;

/** Padding is NaN everywhere, so a result that read it would not be equal; equality of arrays is equality of bits. */
class DenseProductsTest {
    private static final long SEED = 20261123;

    static Stream<Size> sizes() {
        var random = new Random(SEED);
        var small = Stream.of(
                new int[] {1, 1, 1}, new int[] {3, 2, 3}, new int[] {4, 16, 16}, new int[] {5, 3, 64}, new int[] {
                    2, 129, 65
                });
        var any = Stream.generate(
                () -> new int[] {1 + random.nextInt(20), 1 + random.nextInt(300), 1 + random.nextInt(150)});
        return Stream.concat(small, any.limit(12))
                .flatMap(size -> VectorWidth.available().stream()
                        .map(width -> new Size(size[0], size[1], size[2], width, SEED)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void forward_is_one_chain_of_fused_multiply_adds_that_begins_with_the_bias(Size size) {
        var layer = new RandomLayer(size);
        var y = empty(size.outputs(), size.rows());
        layer.products.forward(layer.packedWeights, layer.paddedBias(), layer.unitsOfX(), y, size.rows());
        assertThat(rows(y, size.outputs(), size.rows()))
                .isEqualTo(product(layer.x, layer.weights, layer.bias, size.rows(), size.inputs(), size.outputs()));
    }

    @Test
    void a_layer_may_have_more_inputs_than_the_square_of_which_is_an_int() {
        var inputs = 540_000; // as many as 424 × 424 pixels have colours
        var products = new DenseProducts(inputs, 1, VectorWidth.current());
        var ones = new Floats(new float[products.weights().length()]);
        Arrays.fill(ones.array(), 1);
        var y = empty(1, 1);
        products.forward(ones, ones, ones, y, 1);
        assertThat(y.array()[y.offset()]).isEqualTo(inputs + 1);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void the_input_gradient_is_a_product_with_the_transposed_weights(Size size) {
        var layer = new RandomLayer(size);
        var dx = empty(size.inputs(), size.rows());
        layer.products.inputGradient(layer.packedTransposed, layer.unitsOfDy(), dx, size.rows());
        var transposed = transpose(layer.weights, size.inputs(), size.outputs());
        assertThat(rows(dx, size.inputs(), size.rows()))
                .isEqualTo(product(
                        layer.dy, transposed, new float[size.inputs()], size.rows(), size.outputs(), size.inputs()));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void the_weight_gradient_adds_row_after_row_across_tiles_and_leaves_zeros_in_its_padding(Size size) {
        var layer = new RandomLayer(size);
        var layout = layer.products.weights();
        var gradient = new Floats(new float[layout.length()]);
        Arrays.fill(gradient.array(), Float.NaN);
        var bias = biases(size);
        int first = size.rows() / 3;
        if (first > 0) {
            addGradients(layer, 0, first, gradient, bias);
        }
        addGradients(layer, first, size.rows(), gradient, bias);

        var transposed = transpose(layer.x, size.rows(), size.inputs());
        assertThat(layout.unpack(gradient))
                .isEqualTo(product(
                        transposed, layer.dy, new float[size.outputs()], size.inputs(), size.rows(), size.outputs()));
        var padding = padding(gradient, layout);
        assertThat(padding).isEqualTo(new float[padding.length]);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void the_bias_gradient_adds_row_after_row(Size size) {
        var layer = new RandomLayer(size);
        var weights = new Floats(new float[layer.products.weights().length()]);
        var gradient = biases(size);
        addGradients(layer, 0, size.rows(), weights, gradient);
        for (int output = 0; output < size.outputs(); output++) {
            float sum = 0;
            for (int row = 0; row < size.rows(); row++) {
                sum += layer.dy[row * size.outputs() + output];
            }
            assertThat(gradient.array()[output]).isEqualTo(sum);
        }
        for (int output = size.outputs(); output < gradient.length(); output++) {
            assertThat(gradient.array()[output]).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void products_are_near_those_of_double_precision(Size size) {
        var layer = new RandomLayer(size);
        var y = empty(size.outputs(), size.rows());
        layer.products.forward(layer.packedWeights, biases(size), layer.unitsOfX(), y, size.rows());
        var actual = rows(y, size.outputs(), size.rows());
        var expected = ScalarProducts.precise(layer.x, layer.weights, size.rows(), size.inputs(), size.outputs());
        for (int index = 0; index < expected.length; index++) {
            assertThat((double) actual[index]).isCloseTo(expected[index], within(2e-5 * Math.sqrt(size.inputs())));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void threads_that_share_blocks_of_weights_get_the_same_bits(int threads) {
        var size = new Size(50, 70, 210, VectorWidth.current(), SEED);
        var layer = new RandomLayer(size);
        var products = layer.products;
        var x = layer.rowsOfX(0, size.rows());
        var dy = layer.rowsOfDy(0, size.rows());
        var gradient = new Floats(new float[products.weights().length()]);
        try (var workers = new Workers(threads)) {
            var blocks = Block.of(products.weights(), 5);
            workers.run(
                    blocks.size(),
                    (index, worker) -> products.weightGradient(
                            x, dy, gradient, biases(size), size.rows(), true, blocks.get(index), scratch(layer)));
        }
        var transposed = transpose(layer.x, size.rows(), size.inputs());
        assertThat(products.weights().unpack(gradient))
                .isEqualTo(product(
                        transposed, layer.dy, new float[size.outputs()], size.inputs(), size.rows(), size.outputs()));
    }

    @Test
    void a_tile_without_room_for_the_padding_is_refused() {
        var layer = new RandomLayer(new Size(5, 3, 3, VectorWidth.current(), SEED));
        var y = new Floats(new float[511]);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> layer.products.forward(layer.packedWeights, layer.paddedBias(), layer.unitsOfX(), y, 5))
                .withMessage("a matrix of 3 × 5 needs 512 floats in panels, not 511");
    }

    @Test
    void panels_without_room_for_the_gradient_are_refused() {
        var layer = new RandomLayer(new Size(5, 3, 3, VectorWidth.current(), SEED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> addGradients(layer, 0, 5, new Floats(new float[511]), new Floats(new float[32])))
                .withMessage("a matrix of 3 × 3 needs 512 floats in panels, not 511");
    }

    /** Adds the gradients of some rows; the first row overwrites what was there. */
    private static void addGradients(RandomLayer layer, int first, int end, Floats weights, Floats bias) {
        for (var block : Block.of(layer.products.weights(), 3)) {
            layer.products.weightGradient(
                    layer.rowsOfX(first, end),
                    layer.rowsOfDy(first, end),
                    weights,
                    bias,
                    end - first,
                    first == 0,
                    block,
                    scratch(layer));
        }
    }

    private static Floats scratch(RandomLayer layer) {
        return new Floats(new float[layer.products.scratch()]);
    }

    private static Floats biases(Size size) {
        return new Floats(new float[size.outputs() + PanelLayout.WIDTH]);
    }

    /** Returns the rows of a tile that is stored units × rows. */
    private static float[] rows(Floats tile, int units, int rows) {
        var plain = new float[units * rows];
        PanelLayout.unpack(tile, new Floats(plain), units, rows);
        return transpose(plain, units, rows);
    }

    private static float[] padding(Floats packed, PanelLayout layout) {
        var places = new HashSet<Integer>();
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                places.add(layout.index(row, column));
            }
        }
        var padding = new float[layout.length() - places.size()];
        int count = 0;
        for (int place = 0; place < layout.length(); place++) {
            if (!places.contains(place)) {
                padding[count++] = packed.array()[place];
            }
        }
        return padding;
    }
}
