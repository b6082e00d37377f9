package org.retrato.testkit.loss;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.retrato.api.Loss;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.numeric.Probes;
import org.retrato.testkit.rule.Outcome;

/**
 * Looks for where a loss is least.
 *
 * <p>What a loss claims is in {@code predict()}. Where a prediction is the output itself, the loss must be least at output =
 * target. Elsewhere, and for categories, which are reached at infinity only, going downhill must bring the predictions to the
 * targets.
 */
final class Minimum {

    private static final int WIDTH = 3;
    private static final int ROWS = 4;
    private static final String REMEDY =
            "look at the signs of the formula, at what it adds to the difference, and at what predict() makes of an output";

    private Minimum() {}

    static Outcome check(Loss loss) {
        var batch = Batch.of(loss, ROWS, WIDTH, 2, Probes.random(27));
        if (Batch.takesCategories(loss)) {
            return downhill(loss, batch);
        }
        return Arrays.equals(batch.exactPrediction(loss), batch.output()) ? atTarget(loss, batch) : linked(loss, batch);
    }

    private static Outcome atTarget(Loss loss, Batch batch) {
        var least = batch.withOutput(batch.target()).mean(loss);
        var matters = false;
        for (var distance : new double[] {1e-3, -1e-3, 0.1, -0.1, 1, -1, 10, -10}) {
            for (var i = 0; i < batch.target().length; i++) {
                var moved = batch.target().clone();
                moved[i] += distance;
                var other = batch.withOutput(moved).mean(loss);
                if (!(other >= least - 1e-12 * Math.abs(least))) {
                    return broken(
                            "where all outputs equal their targets the loss is %s, but %s if one is off by %s"
                                    .formatted(Digits.of(least), Digits.of(other), Digits.of(distance)),
                            REMEDY);
                }
                matters |= other > least;
            }
        }
        return matters
                ? kept()
                : broken(
                        "the loss is %s where all outputs equal their targets, and wherever one is off"
                                .formatted(Digits.of(least)),
                        "compute the loss from the output, too");
    }

    /** Takes targets that are predictions of other outputs, so that they can be reached. */
    private static Outcome linked(Loss loss, Batch batch) {
        var reached = IntStream.range(0, ROWS * WIDTH)
                .mapToDouble(i -> i % 2 == 0 ? 3 : -3)
                .toArray();
        var target = batch.withOutput(reached).exactPrediction(loss);
        return downhill(
                loss,
                new Batch(WIDTH, Arrays.stream(reached).map(output -> -output).toArray(), target));
    }

    private static Outcome downhill(Loss loss, Batch batch) {
        var before = distance(loss, batch);
        var reached = descend(loss, batch);
        var after = distance(loss, reached);
        return after < 0.5 * before || before < 1e-9
                ? kept()
                : broken(
                        "downhill, the mean distance of prediction and target goes from %s to %s, the loss from %s to %s"
                                .formatted(
                                        Digits.of(before),
                                        Digits.of(after),
                                        Digits.of(batch.mean(loss)),
                                        Digits.of(reached.mean(loss))),
                        REMEDY);
    }

    private static double distance(Loss loss, Batch batch) {
        var predicted = batch.exactPrediction(loss);
        return IntStream.range(0, predicted.length)
                .mapToDouble(i -> Math.abs(predicted[i] - batch.target()[i]))
                .average()
                .orElseThrow();
    }

    /** Follows the gradient, with steps that get longer where they succeed and shorter where they do not. */
    private static Batch descend(Loss loss, Batch start) {
        var batch = start;
        var step = 1.0;
        for (var attempt = 0; attempt < 200; attempt++) {
            var gradient = batch.exactGradient(loss);
            var moved = batch.output().clone();
            for (var i = 0; i < moved.length; i++) {
                moved[i] -= step * gradient[i];
            }
            var next = batch.withOutput(moved);
            var better = next.mean(loss) < batch.mean(loss);
            batch = better ? next : batch;
            step *= better ? 2 : 0.25;
        }
        return batch;
    }
}
