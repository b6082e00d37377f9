package org.retrato.distribution.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.retrato.runtime.data.Examples;
import org.retrato.runtime.data.Examples.Categories;
import org.retrato.runtime.data.Examples.Numbers;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Model;

/**
 * Splits examples into a part to learn from and a part to be tested on, which are told apart by chance. Inputs, and numbers to
 * be predicted, are scaled to mean 0 and deviation 1, both of the learned part alone.
 */
public final class Experiment {

    private final Examples examples;
    private final List<Integer> learned;
    private final List<Integer> tested;
    private final List<Scaling> inputs;
    private final Scaling answers;

    private Experiment(Examples examples, List<Integer> learned, List<Integer> tested) {
        this.examples = examples;
        this.learned = learned;
        this.tested = tested;
        inputs = IntStream.range(0, examples.columns().size())
                .mapToObj(column -> Scaling.of(
                        learned.stream().mapToDouble(row -> input(row, column)).toArray()))
                .toList();
        answers = switch (examples.answers()) {
            case Numbers(var values) ->
                Scaling.of(learned.stream().mapToDouble(row -> values[row]).toArray());
            case Categories _ -> new Scaling(0, 1);
        };
    }

    /**
     * Splits examples.
     *
     * @param testPart the share of the rows to be tested on, in (0, 1); at least one row goes into each part
     * @param seed decides which rows
     */
    public static Experiment of(Examples examples, double testPart, long seed) {
        var rows = new ArrayList<>(IntStream.range(0, examples.rows()).boxed().toList());
        Collections.shuffle(rows, new Random(seed));
        var tested = Math.clamp(Math.round(testPart * rows.size()), 1, rows.size() - 1);
        return new Experiment(
                examples, List.copyOf(rows.subList(tested, rows.size())), List.copyOf(rows.subList(0, tested)));
    }

    private double input(int row, int column) {
        return examples.inputs()[row * examples.columns().size() + column];
    }

    /** Returns the number of inputs of the network. */
    public int width() {
        return inputs.size();
    }

    /** Returns the number of outputs of the network. */
    public int outputs() {
        return examples.answers() instanceof Categories(var names, var _) ? names.size() : 1;
    }

    /** Returns the number of rows to learn from. */
    public int learnedRows() {
        return learned.size();
    }

    /** Returns the number of rows to be tested on. */
    public int testedRows() {
        return tested.size();
    }

    /** Returns what the network learns. */
    public Samples training() {
        var targets = new float[learned.size()][outputs()];
        for (var i = 0; i < targets.length; i++) {
            switch (examples.answers()) {
                case Numbers(var values) -> targets[i][0] = answers.apply(values[learned.get(i)]);
                case Categories(var _, var indices) -> targets[i][indices[learned.get(i)]] = 1;
            }
        }
        return Samples.of(scaled(learned), targets);
    }

    private float[][] scaled(List<Integer> rows) {
        var scaled = new float[rows.size()][width()];
        for (var i = 0; i < scaled.length; i++) {
            for (var column = 0; column < width(); column++) {
                scaled[i][column] = inputs.get(column).apply(input(rows.get(i), column));
            }
        }
        return scaled;
    }

    /** Says how well a model does on the rows that it has not seen, and how well the simplest guess would do. */
    public String verdict(Model model) {
        var predicted = model.predict(scaled(tested));
        return switch (examples.answers()) {
            case Categories(var names, var indices) -> accuracy(predicted, names, indices);
            case Numbers(var values) -> error(predicted, values);
        };
    }

    private String accuracy(float[][] predicted, List<String> names, int[] indices) {
        var counts = new int[names.size()];
        learned.forEach(row -> counts[indices[row]]++);
        var most = IntStream.range(0, counts.length)
                .reduce((one, other) -> counts[other] > counts[one] ? other : one)
                .orElseThrow();
        var right = 0;
        var guessed = 0;
        for (var i = 0; i < predicted.length; i++) {
            var index = indices[tested.get(i)];
            right += likeliest(predicted[i]) == index ? 1 : 0;
            guessed += index == most ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "%.1f %% of %d rows held back are right; always guessing '%s' would be right in %.1f %%",
                100.0 * right / predicted.length,
                predicted.length,
                names.get(most),
                100.0 * guessed / predicted.length);
    }

    private static int likeliest(float[] probabilities) {
        return IntStream.range(0, probabilities.length)
                .reduce((one, other) -> probabilities[other] > probabilities[one] ? other : one)
                .orElseThrow();
    }

    private String error(float[][] predicted, float[] values) {
        var error = 0.0;
        var guess = 0.0;
        for (var i = 0; i < predicted.length; i++) {
            var value = values[tested.get(i)];
            error += Math.pow(answers.undo(predicted[i][0]) - value, 2) / predicted.length;
            guess += Math.pow(answers.mean() - value, 2) / predicted.length;
        }
        return String.format(
                Locale.ROOT,
                "the root mean squared error on %d rows held back is %.4g; always guessing the mean, %.4g, would give %.4g",
                predicted.length,
                Math.sqrt(error),
                answers.mean(),
                Math.sqrt(guess));
    }
}
