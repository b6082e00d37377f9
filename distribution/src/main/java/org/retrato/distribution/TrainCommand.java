package org.retrato.distribution;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.retrato.api.Target;
import org.retrato.distribution.learning.Experiment;
import org.retrato.distribution.painting.Display;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.data.CsvFile;
import org.retrato.runtime.data.DataException;
import org.retrato.runtime.data.Examples;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.DivergedException;
import org.retrato.runtime.training.Settings;
import org.retrato.runtime.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns one column of a table from the others. */
@Command(
        name = "train",
        description = {
            "Learns one column of a table from the others, and tests itself on rows held back.",
            "A column of words is a classification, one of numbers a regression."
        },
        sortOptions = false,
        footer = {"", "Example:", "  retrato train iris.csv --target species --activation tanh"})
final class TrainCommand implements Callable<Integer> {

    private static final String CLASSIFICATION = "classification";
    private static final String REGRESSION = "regression";
    private static final List<String> TASKS = List.of(CLASSIFICATION, REGRESSION);

    /** Lists what can be learned. */
    static final class Tasks implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return TASKS.iterator();
        }
    }

    @Parameters(paramLabel = "FILE.csv", description = "Commas between columns, and their names in the first line.")
    private Path file = Path.of("");

    @Option(names = "--target", required = true, paramLabel = "COLUMN", description = "The column to be predicted.")
    private String target = "";

    @Option(
            names = "--task",
            paramLabel = "TASK",
            completionCandidates = Tasks.class,
            description =
                    "${COMPLETION-CANDIDATES}; as the column suggests unless given. Numbers may be categories too.")
    private @Nullable String task;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            defaultValue = "classics:relu",
            description = "Of the hidden layers; ${DEFAULT-VALUE} unless given.")
    private String activation = "";

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "What is minimized; classics:cross-entropy or, for a regression, classics:mse unless given.")
    private @Nullable String loss;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            defaultValue = "classics:adam",
            description = "What corrects the weights; ${DEFAULT-VALUE} unless given.")
    private String optimizer = "";

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "classics:cosine",
            description = "How the learning rate changes; ${DEFAULT-VALUE} unless given.")
    private String schedule = "";

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many steps to train; ${DEFAULT-VALUE} unless given.")
    private int steps;

    @Option(
            names = "--batch",
            paramLabel = "N|full",
            defaultValue = "64",
            converter = TrainingOptions.Batch.class,
            description =
                    "How many rows each step sees, drawn at random, or 'full' for all; ${DEFAULT-VALUE} unless given.")
    private int batch;

    @Option(
            names = "--width",
            paramLabel = "N",
            defaultValue = "64",
            description = "The units of each hidden layer; ${DEFAULT-VALUE} unless given.")
    private int width;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "2",
            description = "The number of hidden layers; ${DEFAULT-VALUE} unless given.")
    private int depth;

    @Option(
            names = "--test",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "The share of the rows that is held back; ${DEFAULT-VALUE} unless given.")
    private double testPart;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Decides all random numbers, and which rows are held back; ${DEFAULT-VALUE} unless given.")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads train; all processors unless given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() {
        Retrato.warmUp();
        TrainingOptions.require("--steps", steps, 1, Integer.MAX_VALUE);
        TrainingOptions.require("--width", width, 1, TrainingOptions.WIDEST);
        TrainingOptions.require("--depth", depth, 0, TrainingOptions.DEEPEST);
        TrainingOptions.require("--threads", threads, 1, TrainingOptions.MOST_THREADS);
        if (task != null && !TASKS.contains(task)) {
            throw new InputException("--task must be one of " + String.join(", ", TASKS) + ", but is " + task);
        }
        if (!(testPart > 0 && testPart < 1)) {
            throw new InputException("--test must be between 0 and 1, but is " + testPart);
        }
        var examples = examples(CsvFile.read(file));
        if (examples.rows() < 2) {
            throw new InputException(file + " needs two rows at least: one to learn from, one to be tested on");
        }
        var experiment = Experiment.of(examples, testPart, seed);
        try (var retrato = plugins.open(threads)) {
            plugins.warnOfRefusals(retrato);
            var trainer = trainer(retrato, experiment, examples);
            try (var ticker = new Display(false, Boolean.getBoolean("retrato.terminal")).ticker("", false)) {
                trainer.train(ticker::stepped);
            } catch (DivergedException diverged) {
                // before the first correction, no learning rate is to blame
                System.err.println(
                        diverged.step() == 1
                                ? "retrato: " + diverged.getMessage()
                                : "retrato: the loss is no longer finite at step " + diverged.step()
                                        + "; try a smaller learning rate, as --optimizer 'adam(learningRate=0.0001)'");
                return Failures.FAILED;
            }
            System.out.println(
                    "Learned from " + experiment.learnedRows() + " rows: " + experiment.verdict(trainer.model()));
            return 0;
        }
    }

    private Trainer trainer(Retrato retrato, Experiment experiment, Examples examples) {
        var isClassification = examples.answers() instanceof Examples.Categories;
        var criterion = loss != null ? loss : isClassification ? "classics:cross-entropy" : "classics:mse";
        var style = retrato.compose(activation, criterion, optimizer, schedule);
        if (!isClassification && Composition.of(style).target() == Target.categories()) {
            throw new InputException(
                    "--loss " + criterion + " is for categories; add --task classification, or take mse");
        }
        var network = Network.dense(experiment.width(), Collections.nCopies(depth, width), experiment.outputs());
        return retrato.trainer(network, style, experiment.training(), new Settings(steps, batch, seed));
    }

    private Examples examples(CsvFile table) {
        if (CLASSIFICATION.equals(task)) {
            return table.classification(target);
        }
        try {
            return table.regression(target);
        } catch (DataException noNumber) {
            if (REGRESSION.equals(task)) {
                throw noNumber;
            }
            var examples = table.classification(target);
            if (examples.answers() instanceof Examples.Categories(var names, var _)
                    && names.stream().anyMatch(TrainCommand::isNumber)) {
                throw noNumber; // a column of numbers with a hole rather than one of words
            }
            return examples;
        }
    }

    private static boolean isNumber(String word) {
        try {
            Float.parseFloat(word);
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
