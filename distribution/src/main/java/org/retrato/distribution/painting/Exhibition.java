package org.retrato.distribution.painting;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.painting.ContactSheet;
import org.retrato.runtime.painting.MatrixSheet;
import org.retrato.runtime.painting.Tile;

/**
 * Hangs the paintings of several artists beside what they painted, each with its likeness.
 *
 * @param original the picture before it was scaled to the size of the paintings
 * @param results what was painted so far, in the order of the artists
 */
public record Exhibition(
        Image original, Image target, Choice choice, List<Artist> artists, List<Report.Result> results) {

    private static final String TITLE = "Retrato";
    static final int EMPTY = 0xE9E2D5;

    public Exhibition {
        artists = List.copyOf(artists);
        results = List.copyOf(results);
    }

    /** Draws the sheet. */
    public Image draw() {
        return choice.isMatrix() ? matrix() : row();
    }

    private Image matrix() {
        var tiles = new ArrayList<Tile>();
        for (var i = 0; i < artists.size(); i++) {
            tiles.add(tile(i, List.of()));
        }
        return new MatrixSheet(
                        title(),
                        new Tile(original.scaledTo(2 * Math.max(target.width(), target.height())), "the sitter"),
                        headings(choice.activations()),
                        headings(choice.losses()),
                        headings(choice.optimizers()),
                        tiles)
                .draw();
    }

    private Image row() {
        var tiles = new ArrayList<Tile>();
        tiles.add(new Tile(target, "the sitter"));
        for (var i = 0; i < artists.size(); i++) {
            tiles.add(tile(i, List.of(artists.get(i).title())));
        }
        return new ContactSheet(title(), tiles, Math.min(tiles.size(), 5)).draw();
    }

    /** Returns what stands above all: also what all have in common, since the user wanted it. */
    private String title() {
        var parts = new ArrayList<>(List.of(TITLE));
        choice.learningRate().ifPresent(rate -> parts.add("learning rate " + Numbers.plain(rate)));
        choice.schedule().ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private Tile tile(int index, List<String> label) {
        var lines = new ArrayList<>(label);
        if (index >= results.size()) {
            lines.add("not painted");
            return new Tile(Image.generate(target.width(), target.height(), (_, _) -> EMPTY), lines, false);
        }
        var outcome = results.get(index).outcome();
        lines.add(
                switch (outcome.ending()) {
                    case DIVERGED -> "diverged at step " + (outcome.losses().length + 1);
                    case UNPREPARED -> "could not begin";
                    case FINISHED, INTERRUPTED ->
                        Numbers.decibels(outcome.painting().psnr());
                });
        return new Tile(outcome.painting().picture(), lines, isBest(outcome));
    }

    private boolean isBest(Outcome outcome) {
        return outcome.ending() != Outcome.Ending.UNPREPARED
                && results.stream()
                                .mapToDouble(
                                        result -> result.outcome().painting().psnr())
                                .max()
                                .orElseThrow()
                        == outcome.painting().psnr();
    }

    /** Returns notations without the names of plugins, which are too long for a heading; an empty one for what is one anyway. */
    private static List<String> headings(List<String> notations) {
        return notations.isEmpty()
                ? List.of("")
                : notations.stream()
                        .map(notation -> notation.replaceFirst("^[^:(]*:", ""))
                        .toList();
    }
}
