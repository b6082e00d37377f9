package org.retrato.testkit.loss;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.retrato.api.Loss;
import org.retrato.api.Target;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.testkit.Formulas;
import org.retrato.testkit.numeric.Probes;

/**
 * Holds a few rows of outputs, and what they should be.
 *
 * @param width the numbers of a row
 * @param output the outputs row by row
 * @param target the targets row by row, of the kind that the loss takes
 */
record Batch(int width, double[] output, double[] target) {

    private static final Formulas EXACT = Formulas.inDoubles();
    private static final Formulas FLOATS = Formulas.compiled();

    /** Makes targets between 0.1 and 0.9, or categories, and random outputs of a size. */
    static Batch of(Loss loss, int rows, int width, double size, Random random) {
        var target = takesCategories(loss)
                ? oneHot(rows, width)
                : random.doubles(rows * width, 0.1, 0.9).map(Probes::floats).toArray();
        return new Batch(width, Probes.normal(random, rows * width, size), target);
    }

    static boolean takesCategories(Loss loss) {
        return Target.categories().equals(FormulaException.ask(loss, loss::target));
    }

    /** Returns rows of zeros and a single one, in another place in each. */
    static double[] oneHot(int rows, int width) {
        return IntStream.range(0, rows * width)
                .mapToDouble(i -> i % width == i / width % width ? 1 : 0)
                .toArray();
    }

    Batch withOutput(double... numbers) {
        return new Batch(width, numbers, target);
    }

    int rows() {
        return output.length / width;
    }

    double[] exact(Loss loss) {
        return EXACT.value(loss, width, output, target);
    }

    double[] floats(Loss loss) {
        return FLOATS.value(loss, width, output, target);
    }

    double[] exactGradient(Loss loss) {
        return EXACT.gradient(loss, width, output, target);
    }

    double[] floatGradient(Loss loss) {
        return FLOATS.gradient(loss, width, output, target);
    }

    double[] exactPrediction(Loss loss) {
        return EXACT.prediction(loss, width, output);
    }

    double[] floatPrediction(Loss loss) {
        return FLOATS.prediction(loss, width, output);
    }

    /** Returns what training makes small. */
    double mean(Loss loss) {
        return Arrays.stream(exact(loss)).average().orElseThrow();
    }
}
