package org.retrato.distribution.painting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.retrato.distribution.painting.Outcome.Ending;
import org.retrato.distribution.painting.Report.Result;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.data.ImageFile;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.painting.Painter;

/** Lets several artists paint the same, one after the other, and hangs their paintings side by side. */
public record Salon(Retrato retrato, Commission commission, Choice choice, List<Artist> artists, Display display) {

    private static final long SECONDS_BETWEEN_SHEETS = 10;

    public Salon {
        artists = List.copyOf(artists);
    }

    /**
     * Paints, saves and tells what came of it; an artist who cannot begin or diverges does not keep the others from painting.
     *
     * @param interrupted whether to stop after the current step
     */
    public Ending paint(BooleanSupplier interrupted) {
        display.note("%d paintings of %s, %s steps each: it takes minutes; Ctrl-C hangs what is done"
                .formatted(
                        artists.size(),
                        commission.sitter(),
                        Numbers.count(commission.settings().steps())));
        var results = new ArrayList<Result>();
        var file = new PictureFile(commission.output(), display::complain);
        var next = System.nanoTime();
        for (var artist : artists) {
            results.add(paint(artist, results.size() + 1, interrupted));
            if (interrupted.getAsBoolean()) {
                break;
            }
            if (System.nanoTime() >= next) {
                file.write(sheet(results));
                next = System.nanoTime() + 1_000_000_000 * SECONDS_BETWEEN_SHEETS;
            }
        }
        return UnsavedException.guard(() -> save(results, interrupted.getAsBoolean()));
    }

    private Result paint(Artist artist, int number, BooleanSupplier interrupted) {
        var start = Instant.now();
        var heading = "%d of %d · %s · ".formatted(number, artists.size(), artist.title());
        Painter painter;
        try {
            painter = commission.painter(retrato, artist);
        } catch (FormulaException wrong) {
            display.complain(heading + wrong.getMessage());
            return new Result(artist, Outcome.unprepared(commission.target(), String.valueOf(wrong.getMessage())));
        }
        Outcome outcome;
        try (var ticker = display.ticker(heading, false)) {
            outcome = new Session(painter, () -> start, Set.of(), List.of(ticker), interrupted).run();
        }
        var rate = "learning rate " + Numbers.plain(artist.style().learningRate());
        display.note("%s%s, %s"
                .formatted(
                        heading,
                        outcome.trouble() == null
                                ? Numbers.decibels(outcome.painting().psnr())
                                : outcome.trouble(),
                        rate));
        return new Result(artist, outcome);
    }

    private Image sheet(List<Result> results) {
        return new Exhibition(commission.original(), commission.target(), choice, artists, results).draw();
    }

    private Ending save(List<Result> results, boolean interrupted) {
        ImageFile.write(sheet(results), commission.output());
        commission.writeReport(retrato, results);
        conclude(results);
        return interrupted ? Ending.INTERRUPTED : ending(results);
    }

    /** Returns how the whole ended: badly if an artist could not begin, or if all diverged. */
    static Ending ending(List<Result> results) {
        var endings = results.stream().map(result -> result.outcome().ending()).collect(Collectors.toSet());
        if (endings.contains(Ending.UNPREPARED)) {
            return Ending.UNPREPARED;
        }
        return endings.equals(Set.of(Ending.DIVERGED)) ? Ending.DIVERGED : Ending.FINISHED;
    }

    private void conclude(List<Result> results) {
        if (display.quiet()) {
            display.result(commission.output().toString());
            return;
        }
        var painted = results.stream()
                .filter(result -> result.outcome().ending() != Ending.UNPREPARED)
                .toList();
        if (painted.isEmpty()) {
            display.result(commission.output() + " · no artist could begin");
            return;
        }
        var best = Collections.max(
                painted,
                Comparator.comparingDouble(result -> result.outcome().painting().psnr()));
        display.result("%s · %d paintings; nearest to the sitter is %s with %s"
                .formatted(
                        commission.output(),
                        painted.size(),
                        best.artist().title(),
                        Numbers.decibels(best.outcome().painting().psnr())));
        display.result("Next: " + commission.command(best.artist().arguments()));
    }
}
