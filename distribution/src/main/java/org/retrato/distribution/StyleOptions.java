package org.retrato.distribution;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.painting.Choice;
import org.retrato.distribution.painting.InputException;
import picocli.CommandLine.Option;

/** Says who paints. */
final class StyleOptions {

    @Option(
            names = "--style",
            paramLabel = "NAME",
            description =
                    "The artist style, as 'cubist' or 'cubist(optimizer=sgd)'; the first that the distribution offers unless given.")
    private @Nullable String style;

    @Option(names = "--activation", paramLabel = "NAME", description = "Replaces the activation of the style.")
    private String activation = "";

    @Option(names = "--loss", paramLabel = "NAME", description = "Replaces its loss, as 'huber(delta=0.1)'.")
    private String loss = "";

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = {
                "Replaces its optimizer, as 'adam(learningRate=0.01)', and with it the schedule by a constant one. One of the classics without a learning rate gets one"
                        + " that suits portraits, and says so."
            })
    private String optimizer = "";

    @Option(names = "--schedule", paramLabel = "NAME", description = "Replaces its schedule, as 'cosine(warmup=0.1)'.")
    private @Nullable String schedule;

    @Option(
            names = "--learning-rate",
            paramLabel = "NUMBER",
            description = "Replaces the learning rate of the optimizer.")
    private @Nullable Double learningRate;

    @Option(
            names = "--salon",
            description = {
                "Shows many paintings on one sheet: all combinations of the classic activations, losses and optimizers,"
                        + " unless some are named. Lists, as '--style cubist,realist', make a sheet too."
            })
    private boolean salon;

    Choice choice() {
        var choice = Choice.of(
                style == null ? Settings.current().styles().getFirst() : style,
                activation,
                loss,
                optimizer,
                Optional.ofNullable(schedule),
                learningRate == null ? OptionalDouble.empty() : OptionalDouble.of(learningRate));
        if (!salon || choice.styles().size() > 1) {
            return choice;
        }
        if (style != null) {
            throw new InputException("--salon replaces all parts of --style " + style
                    + "; leave one of the two out, or name several styles");
        }
        return choice.withAllClassics();
    }
}
