package org.retrato.distribution;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Notation;
import org.retrato.runtime.network.Encoding;
import org.retrato.runtime.network.Fourier;
import org.retrato.runtime.network.None;
import org.retrato.runtime.training.Settings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Says what the network is and how it is trained. */
final class TrainingOptions {

    static final Notation<Encoding> ENCODINGS =
            Notation.of(Encoding.class, Map.of("none", None.class, "fourier", Fourier.class));

    static final int WIDEST = 1 << 15;
    static final int DEEPEST = 1000;
    static final int LARGEST_BATCH = 1 << 24;
    static final int MOST_THREADS = 1024;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "How many steps to train; 600 unless given, and 400 for each of several paintings.")
    private @Nullable Integer steps;

    @Option(
            names = "--batch",
            paramLabel = "N|full",
            converter = Batch.class,
            description =
                    "How many pixels each step sees, drawn at random, or 'full' for all; 8192 unless given, and 1024 for each of several paintings.")
    private @Nullable Integer batch;

    @Option(
            names = "--width",
            paramLabel = "N",
            defaultValue = "256",
            description = "The units of each hidden layer; ${DEFAULT-VALUE} unless given.")
    private int width;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "3",
            description = "The number of hidden layers; ${DEFAULT-VALUE} unless given.")
    private int depth;

    @Option(
            names = "--encoding",
            paramLabel = "SPEC",
            defaultValue = "fourier(scale=10)",
            description =
                    "What the network sees of a place: 'none' or ${DEFAULT-VALUE}, the default; a larger scale for finer"
                            + " detail.")
    private String encoding = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description =
                    "Decides all random numbers: the same seed gives the same painting; ${DEFAULT-VALUE} unless given.")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads train; all processors unless given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    Settings settings(int defaultSteps, int defaultBatch) {
        var count = steps == null ? defaultSteps : steps;
        require("--steps", count, 1, Integer.MAX_VALUE);
        var rows = batch == null ? defaultBatch : batch;
        require("--batch", rows, 0, LARGEST_BATCH);
        return new Settings(count, rows, seed);
    }

    List<Integer> hidden() {
        require("--width", width, 1, WIDEST);
        require("--depth", depth, 0, DEEPEST);
        return Collections.nCopies(depth, width);
    }

    Encoding encoding() {
        return ENCODINGS.parse(encoding);
    }

    int threads() {
        require("--threads", threads, 1, MOST_THREADS);
        return threads;
    }

    static void require(String option, int value, int low, int high) {
        if (value < low || value > high) {
            throw new InputException(option + " must be "
                    + (high == Integer.MAX_VALUE ? "at least " + low : "from " + low + " to " + high) + ", but is "
                    + value);
        }
    }

    /** Reads the size of a batch; 0 stands for all samples. */
    static final class Batch implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.equals("full")) {
                return 0;
            }
            try {
                var rows = Integer.parseInt(text);
                if (rows > 0) {
                    return rows;
                }
            } catch (NumberFormatException _) {
                // said below, as for numbers that are not positive
            }
            throw new TypeConversionException("'" + text + "' is neither a number above 0 nor 'full'");
        }
    }
}
