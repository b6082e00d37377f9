package org.retrato.testkit.loss;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.exempt;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import java.util.List;
import org.retrato.api.Loss;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Shape;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.numeric.Probes;
import org.retrato.testkit.numeric.Slopes;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Rule;

/** Lists the rules for losses. */
public final class LossRules {

    private static final int WIDTH = 3;

    /** The rules, in the order in which they are checked. */
    public static final List<Rule<Loss>> ALL = List.of(
            Rule.ground(
                    "L1",
                    "It yields a number for each element, for each row, or for the batch, at any width",
                    "The runtime takes the mean of what a loss yields, and needs to know what it is a mean of.",
                    LossRules::shape),
            Rule.ground(
                    "L2",
                    "The same numbers give the same bits",
                    "Whoever trains again with the same seed gets the same weights; chance in the formula breaks that.",
                    LossRules::determinism),
            Rule.ground(
                    "L3",
                    "Predictions have the shape of outputs, and of categories they are probabilities",
                    "A palette is mixed, and a table filled, with what predict() yields, row by row.",
                    Prediction::check),
            Rule.must(
                    "L4",
                    "Every category, and every value from 0 to 1, is a target with a finite loss",
                    "Such are the colours of a portrait: black is 0, white is 1.",
                    loss -> targets(loss, 0, 0.25, 0.5, 1)),
            Rule.must(
                    "L5",
                    "The mean over the rows is left to the runtime",
                    "A loss that reduces itself cannot be computed in tiles, nor weigh its rows.",
                    LossRules::reduction),
            Rule.must(
                    "L6",
                    "An extreme output has a finite loss and gradient",
                    "The first steps of a training go anywhere; one infinite loss ends it.",
                    Precision::extremes),
            Rule.must(
                    "L7",
                    "The gradient is the slope of the formula",
                    "detach() and constants hide parts of a formula from differentiation; training then goes elsewhere.",
                    LossRules::slope),
            Rule.must(
                    "L8",
                    "Float32 gives what doubles give",
                    "Training runs in float32, where the difference of two large squares is noise.",
                    Precision::check),
            Rule.must(
                    "L9",
                    "It is least where the prediction equals the target",
                    "predict() says which output belongs to a target; training must lead there.",
                    Minimum::check),
            Rule.should(
                    "L10",
                    "Negative and large values are targets, too",
                    "Tables hold them; a loss for counts or shares may refuse them with good reason.",
                    loss -> Batch.takesCategories(loss)
                            ? exempt("its targets are categories")
                            : targets(loss, -1000, -1, 30, 1000)));

    private LossRules() {}

    private static Outcome shape(Loss loss) {
        for (var width : new int[] {2, WIDTH, 16}) {
            var rows = Shape.of(Shape.BATCH, width);
            var output = new Graph().input("output", rows);
            var target = output.graph().input("target", rows);
            var shape = FormulaException.record(loss, () -> loss.apply(output, target))
                    .shape();
            if (!List.of(rows, Shape.of(Shape.BATCH), Shape.SCALAR).contains(shape)) {
                return broken(
                        "for outputs " + rows + " it yields " + shape,
                        "return [batch, width], [batch] or a scalar: sum or take the mean along axis -1 alone");
            }
        }
        return kept();
    }

    private static Outcome determinism(Loss loss) {
        var batch = Batch.of(loss, 8, WIDTH, 1, Probes.random(20));
        var first = batch.floats(loss);
        var second = batch.floats(loss);
        return Arrays.equals(first, second)
                ? kept()
                : broken(
                        "recorded twice, the formula gives %s and %s"
                                .formatted(Digits.of(first[0]), Digits.of(second[0])),
                        "compute from output, target and the hyperparameters alone: no random numbers, clocks or static fields");
    }

    private static Outcome targets(Loss loss, double... values) {
        if (FormulaException.ask(loss, loss::target) == null) {
            return broken("target() returns null", "return Target.values() or Target.categories()");
        }
        var outputs = Batch.of(loss, WIDTH, WIDTH, 0.5, Probes.random(21));
        for (var value : values) {
            var targets = outputs.target().clone();
            if (!Batch.takesCategories(loss)) {
                Arrays.fill(targets, value);
            }
            var batch = new Batch(WIDTH, outputs.output(), targets);
            var mean = batch.mean(loss);
            var gradient = Arrays.stream(batch.exactGradient(loss)).sum();
            if (!Double.isFinite(mean) || !Double.isFinite(gradient)) {
                return broken(
                        "for the target %s the loss is %s and its gradient %s"
                                .formatted(Digits.of(value), Digits.of(mean), Digits.of(gradient)),
                        "choose with where() what a target at the edge costs, or declare Target.categories()");
            }
        }
        return kept();
    }

    /** Compares a scalar with the mean and the sum of what each row alone would cost. */
    private static Outcome reduction(Loss loss) {
        var batch = Batch.of(loss, 4, WIDTH, 1, Probes.random(22));
        if (batch.exact(loss).length > 1) {
            return kept();
        }
        var together = batch.mean(loss);
        var alone = 0.0;
        for (var row = 0; row < batch.rows(); row++) {
            var from = row * WIDTH;
            alone += new Batch(
                            WIDTH,
                            Arrays.copyOfRange(batch.output(), from, from + WIDTH),
                            Arrays.copyOfRange(batch.target(), from, from + WIDTH))
                    .mean(loss);
        }
        return isClose(together, alone) || isClose(together, alone / batch.rows())
                ? broken(
                        "four rows cost %s together, and %s in the sum of each alone"
                                .formatted(Digits.of(together), Digits.of(alone)),
                        "leave out the last mean() or sum(): return one number for each element or row")
                : kept("it looks at the batch as a whole");
    }

    private static boolean isClose(double first, double second) {
        return Math.abs(first - second) <= 1e-9 * Math.abs(first);
    }

    private static Outcome slope(Loss loss) {
        var random = Probes.random(23);
        for (var size : new double[] {0.3, 1, 1, 3, 8}) {
            var batch = Batch.of(loss, 2, WIDTH, size, random);
            var gradient = batch.exactGradient(loss);
            if (Arrays.stream(gradient).allMatch(Double::isFinite)) {
                var wrong = new Slopes(output -> batch.withOutput(output).mean(loss))
                        .contradiction(batch.output(), gradient);
                if (wrong.isPresent()) {
                    return broken(
                            wrong.get() + ", for outputs " + Digits.of(batch.output()),
                            "look for detach() in the formula, and for parts that it computes with Java instead of on tensors");
                }
            }
        }
        return kept();
    }
}
