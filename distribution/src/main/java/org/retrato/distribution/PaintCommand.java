package org.retrato.distribution;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.painting.Artists;
import org.retrato.distribution.painting.Choice;
import org.retrato.distribution.painting.Commission;
import org.retrato.distribution.painting.Display;
import org.retrato.distribution.painting.InputException;
import org.retrato.distribution.painting.Interruption;
import org.retrato.distribution.painting.Outcome.Ending;
import org.retrato.distribution.painting.Salon;
import org.retrato.distribution.painting.Solo;
import org.retrato.distribution.portrait.Portrait;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.data.ImageFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Paints a picture. */
@Command(
        name = "paint",
        description = "Paints a picture: a network learns the colour of each place of it.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  retrato paint",
            "  retrato paint photo.jpg --style impressionist --film photo.gif",
            "  retrato paint photo.jpg --activation tanh --optimizer 'adam(learningRate=0.01)'",
            "  retrato paint --salon",
            "  retrato paint --watch --plugins target --optimizer my-optimizer"
        })
final class PaintCommand implements Callable<Integer> {

    private static final int SIZE = 256;
    private static final int STEPS = 600;
    private static final int BATCH = 8192;

    // small, so that all combinations of the classics take minutes
    private static final int SALON_SIZE = 128;
    private static final int SALON_STEPS = 400;
    private static final int SALON_BATCH = 1024;

    private static final Duration PAUSE = Duration.ofMillis(250);

    @Parameters(
            arity = "0..1",
            paramLabel = "IMAGE",
            description = "The picture: PNG, JPEG, GIF or BMP. Without one, the portrait that Retrato brings.")
    private @Nullable Path image;

    @Mixin
    private final StyleOptions styles = new StyleOptions();

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "The longer side in pixels; 256 unless given, and 128 for each of several paintings.")
    private @Nullable Integer size;

    @Option(
            names = "--colours",
            paramLabel = "N",
            defaultValue = "16",
            description = "The size of the palette for a loss that wants categories; ${DEFAULT-VALUE} unless given.")
    private int colours;

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(
            names = "--watch",
            description = "Paints again whenever a plugin in the folders of --plugins was built again, until Ctrl-C.")
    private boolean watch;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Retrato.warmUp();
        var choice = styles.choice();
        var commission = commission(choice.count() > 1);
        output.check(commission.output(), image);
        var display = new Display(output.isQuiet(), Boolean.getBoolean("retrato.terminal"));
        if (watch) {
            return watch(commission, choice, display);
        }
        try (var retrato = plugins.open(training.threads())) {
            plugins.warnOfRefusals(retrato);
            try (var interruption = new Interruption()) {
                return switch (paint(
                        retrato, commission, choice, display, LaunchTime::get, interruption::isRequested)) {
                    case FINISHED -> 0;
                    case DIVERGED, UNPREPARED -> Failures.FAILED;
                    case INTERRUPTED -> Failures.INTERRUPTED;
                };
            }
        }
    }

    private static Ending paint(
            Retrato retrato,
            Commission commission,
            Choice choice,
            Display display,
            Supplier<Instant> start,
            BooleanSupplier interrupted) {
        var artists = new Artists(retrato.catalog()).of(choice);
        return artists.size() > 1
                ? new Salon(retrato, commission, choice, artists, display).paint(interrupted)
                : new Solo(retrato, commission, artists.getFirst(), display).paint(start, interrupted);
    }

    private int watch(Commission commission, Choice choice, Display display) {
        if (plugins.named().isEmpty()) {
            throw new InputException("--watch looks into the folders of --plugins; name one, as --plugins target");
        }
        var commandLine = Objects.requireNonNull(spec).commandLine();
        try (var interruption = new Interruption()) {
            new WatchLoop(
                            plugins.named(),
                            folders -> PluginOptions.open(folders, training.threads()),
                            failure -> Failures.failed(failure, commandLine, commandLine.getParseResult()),
                            display,
                            PAUSE)
                    .run(
                            (retrato, interrupted) -> {
                                var start = Instant.now();
                                paint(retrato, commission, choice, display, () -> start, interrupted);
                            },
                            interruption::isRequested);
        }
        return Failures.INTERRUPTED;
    }

    private Commission commission(boolean many) {
        var longerSide = size == null ? many ? SALON_SIZE : SIZE : size;
        TrainingOptions.require("--size", longerSide, 1, ImageFile.LONGEST_SIDE);
        TrainingOptions.require("--colours", colours, 1, 256);
        if (many && output.film().isPresent()) {
            throw new InputException("--film shows one painting; name one style, or leave it out");
        }
        var encoding = training.encoding();
        var original = image == null ? Portrait.read() : ImageFile.read(image);
        return new Commission(
                original,
                Optional.ofNullable(image),
                original.scaledTo(longerSide),
                encoding,
                TrainingOptions.ENCODINGS.print(encoding),
                training.hidden(),
                plugins.named(),
                colours,
                many ? training.settings(SALON_STEPS, SALON_BATCH) : training.settings(STEPS, BATCH),
                output.picture(many ? "salon.png" : "portrait.png"),
                output.film(),
                output.report(),
                language.locale());
    }
}
