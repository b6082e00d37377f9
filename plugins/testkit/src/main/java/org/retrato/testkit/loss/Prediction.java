package org.retrato.testkit.loss;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import org.retrato.api.Loss;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Rows;
import org.retrato.runtime.graph.Shape;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.numeric.Probes;
import org.retrato.testkit.rule.Outcome;

/** Looks at the inverse link of a loss: what it makes of outputs. */
final class Prediction {

    private static final int WIDTH = 3;
    private static final String PROBABILITIES =
            "override predict() with what turns outputs into probabilities, as output.softmax(-1)";

    private Prediction() {}

    static Outcome check(Loss loss) {
        var rows = Shape.of(Shape.BATCH, WIDTH);
        var output = new Graph().input("output", rows);
        var prediction = FormulaException.record(loss, () -> loss.predict(output));
        if (!prediction.shape().equals(rows) || !Rows.areIndependent(prediction)) {
            return broken(
                    "outputs " + rows + " become predictions " + prediction.shape()
                            + (prediction.shape().equals(rows) ? ", which look at other rows" : ""),
                    "keep the shape in predict(), and reduce along axis -1 only");
        }
        for (var size : new double[] {0, 0.01, 1, 10, 100, 1e4}) {
            var batch = Batch.of(loss, 8, WIDTH, size, Probes.random(24));
            var outcome = Batch.takesCategories(loss) ? probabilities(loss, batch) : numbers(loss, batch);
            if (outcome instanceof Outcome.Broken) {
                return outcome;
            }
        }
        return kept();
    }

    private static Outcome probabilities(Loss loss, Batch batch) {
        var predicted = batch.floatPrediction(loss);
        for (var row = 0; row < batch.rows(); row++) {
            var shares = Arrays.copyOfRange(predicted, row * WIDTH, (row + 1) * WIDTH);
            var sum = Arrays.stream(shares).sum();
            if (!Arrays.stream(shares).allMatch(share -> share >= 0 && share <= 1 + 1e-6)
                    || !(Math.abs(sum - 1) < 1e-4)) {
                return broken(
                        "categories are predicted as " + Digits.of(shares) + ", in sum " + Digits.of(sum),
                        PROBABILITIES);
            }
        }
        return kept();
    }

    private static Outcome numbers(Loss loss, Batch batch) {
        var exact = batch.exactPrediction(loss);
        var floats = batch.floatPrediction(loss);
        for (var i = 0; i < exact.length; i++) {
            if (Double.isNaN(exact[i]) || (Math.abs(exact[i]) < Float.MAX_VALUE && !Double.isFinite(floats[i]))) {
                return broken(
                        "the output %s is predicted as %s"
                                .formatted(Digits.of(batch.output()[i]), Digits.of(floats[i])),
                        "keep intermediate results small, as sigmoid() and softplus() do");
            }
        }
        return kept();
    }
}
