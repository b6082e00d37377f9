package org.retrato.distribution.painting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.retrato.distribution.painting.Outcome.Ending;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.data.ImageFile;
import org.retrato.runtime.painting.Painter;

/** Lets one artist paint. */
public record Solo(Retrato retrato, Commission commission, Artist artist, Display display) {

    /**
     * Paints, saves and tells what came of it.
     *
     * @param launch since when the user waits for the first step
     * @param interrupted whether to stop after the current step
     */
    public Ending paint(Supplier<Instant> launch, BooleanSupplier interrupted) {
        try (var film = commission
                .film()
                .map(path -> new FilmRecorder(path, commission.settings().steps()))
                .orElse(null)) {
            introduce();
            var painter = commission.painter(retrato, artist);
            return UnsavedException.guard(() -> paint(painter, launch, Optional.ofNullable(film), interrupted));
        }
    }

    private Ending paint(
            Painter painter, Supplier<Instant> launch, Optional<FilmRecorder> film, BooleanSupplier interrupted) {
        var listeners = new ArrayList<Listener>(List.of(new PictureFile(commission.output(), display::complain)));
        film.ifPresent(listeners::add);
        var frames = film.map(FilmRecorder::frames).orElse(Set.of());
        var outcome = paint(painter, launch, frames, listeners, interrupted);
        ImageFile.write(outcome.painting().picture(), commission.output());
        if (film.isPresent() && !film.get().finish(outcome.painting())) {
            display.complain("there is no film, as nothing was painted that moves");
        }
        commission.writeReport(retrato, List.of(new Report.Result(artist, outcome)));
        conclude(outcome);
        return outcome.ending();
    }

    private Outcome paint(
            Painter painter,
            Supplier<Instant> launch,
            Set<Integer> frames,
            List<Listener> listeners,
            BooleanSupplier interrupted) {
        var settings = commission.settings();
        display.note("%s weights, %s steps, %s pixels a step, learning rate %s, %d threads"
                .formatted(
                        Numbers.count(painter.trainer().model().parameters()),
                        Numbers.count(settings.steps()),
                        settings.batch() == 0 ? "all" : Numbers.count(settings.batch()),
                        Numbers.plain(artist.style().learningRate()),
                        retrato.threads()));
        try (var ticker = display.ticker("", true)) {
            listeners.add(ticker);
            return new Session(painter, launch, frames, listeners, interrupted).run();
        }
    }

    private void introduce() {
        var catalog = retrato.catalog();
        var style = artist.style();
        var parts = String.join(
                " · ",
                catalog.notation(style.activation()),
                catalog.notation(style.loss()),
                catalog.notation(style.optimizer()),
                catalog.notation(style.schedule()));
        // a style without a name is called by its parts
        var name = parts.startsWith(artist.title()) ? parts : artist.title() + ": " + parts;
        display.note("Painting %s by %s".formatted(commission.sitter(), name));
        artist.advice().ifPresent(display::note);
    }

    private String remedy(Outcome outcome) {
        if (outcome.losses().length == 0) {
            return "nothing was corrected yet, so look at the formulas of the loss and the activation";
        }
        // a rate far above 1 is a slip, and a tenth of it no help
        var rate = Math.min(artist.style().learningRate() / 10, 0.1);
        return "try --learning-rate " + Numbers.plain(rate);
    }

    private void conclude(Outcome outcome) {
        var painting = outcome.painting();
        if (outcome.trouble() != null) {
            display.complain("%s; %s; kept is the painting after step %d"
                    .formatted(outcome.trouble(), remedy(outcome), painting.step()));
        }
        if (display.quiet()) {
            display.result(commission.output().toString());
            return;
        }
        if (outcome.trouble() == null) {
            sentences().forEach(display::result);
        }
        display.result("%s · %s after %s steps"
                .formatted(commission.output(), Numbers.decibels(painting.psnr()), Numbers.count(painting.step())));
        if (outcome.trouble() == null) {
            another(retrato.catalog().entries(Kind.STYLE), artist)
                    .ifPresent(style -> display.result("Next: " + commission.command("--style " + style)));
        }
    }

    /** Returns what the artist is like. */
    private List<String> sentences() {
        return artist.entries().stream()
                .flatMap(entry -> entry.texts(commission.locale()).artist().stream())
                .toList();
    }

    /** Returns the next style in the catalog, by a name that is its own; none if there is no other. */
    static Optional<String> another(List<Entry> styles, Artist artist) {
        var own = styles.indexOf(artist.entries().getFirst());
        var names = styles.stream().map(Entry::name).toList();
        return IntStream.range(0, styles.size())
                .map(i -> (own + 1 + i) % styles.size())
                .filter(i -> i != own)
                .mapToObj(i -> Collections.frequency(names, names.get(i)) > 1
                        ? styles.get(i).qualifiedName()
                        : names.get(i))
                .findFirst();
    }
}
