package org.retrato.distribution.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.distribution.painting.Outcome.Ending;
import org.retrato.distribution.painting.Report.Result;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.training.Composition;

class ExhibitionTest {

    private static final Image TARGET = Image.generate(40, 30, (x, y) -> x << 16 | y);

    private final Choice choice =
            Choice.of("cubist", "relu,tanh", "", "sgd,adam", Optional.empty(), OptionalDouble.empty());
    private final List<Artist> artists = IntStream.range(0, choice.count())
            .mapToObj(i -> artist("artist " + i))
            .toList();

    private static Artist artist(String title) {
        var style = new Composition(Activation.of("a"), Loss.of("l"), Optimizer.of("o"), Schedule.of("s"));
        return new Artist(title, title, style, List.of(), "", Optional.empty());
    }

    private Result result(int artist, int colour, double psnr) {
        var painting = new Painting(1, Image.generate(40, 30, (x, y) -> colour), psnr);
        return new Result(
                artists.get(artist), new Outcome(Ending.FINISHED, painting, new double[] {1}, 1, 1, "", null));
    }

    @Test
    void every_painting_hangs_whole_beside_the_sitter_and_what_was_not_painted_stays_empty() {
        var sheet = new Exhibition(
                        TARGET, TARGET, choice, artists, List.of(result(0, 0x123456, 20), result(1, 0x654321, 10)))
                .draw();
        assertThat(IntStream.of(sheet.pixels()).filter(pixel -> pixel == 0x123456))
                .hasSize(40 * 30);
        assertThat(IntStream.of(sheet.pixels()).filter(pixel -> pixel == 0x654321))
                .hasSize(40 * 30);
        assertThat(IntStream.of(sheet.pixels()).filter(pixel -> pixel == TARGET.pixel(39, 29)))
                .isNotEmpty();
    }

    @Test
    void the_best_is_marked_wherever_it_hangs() {
        var one = new Exhibition(
                TARGET, TARGET, choice, artists, List.of(result(0, 0x123456, 20), result(1, 0x654321, 10)));
        var other = new Exhibition(
                TARGET, TARGET, choice, artists, List.of(result(0, 0x123456, 20), result(1, 0x654321, 30)));
        assertThat(beside(one.draw(), 0x123456)).isNotEqualTo(beside(other.draw(), 0x123456));
        assertThat(beside(one.draw(), 0x654321)).isNotEqualTo(beside(other.draw(), 0x654321));
        assertThat(beside(one.draw(), 0x123456)).isEqualTo(beside(other.draw(), 0x654321));
    }

    @Test
    void an_artist_who_could_not_begin_costs_no_other_but_the_whole_is_no_success() {
        var unprepared = new Result(artists.get(1), Outcome.unprepared(TARGET, "a formula is wrong"));
        var results = List.of(result(0, 0x123456, 20), unprepared, result(2, 0x654321, 10));
        var sheet = new Exhibition(TARGET, TARGET, choice, artists, results).draw();
        assertThat(IntStream.of(sheet.pixels()).filter(pixel -> pixel == 0x654321))
                .hasSize(40 * 30);
        assertThat(Salon.ending(results)).isEqualTo(Ending.UNPREPARED);
    }

    @Test
    void a_salon_has_diverged_when_all_have() {
        var fine = result(0, 0x123456, 20);
        var painting = fine.outcome().painting();
        var diverged = new Result(
                artists.get(1), new Outcome(Ending.DIVERGED, painting, new double[] {1}, 1, 1, "", "no longer finite"));
        assertThat(Salon.ending(List.of(fine, diverged))).isEqualTo(Ending.FINISHED);
        assertThat(Salon.ending(List.of(diverged, diverged))).isEqualTo(Ending.DIVERGED);
    }

    @Test
    void a_rate_and_a_schedule_for_all_stand_above_all() {
        var plain = new Exhibition(TARGET, TARGET, choice, artists, List.of()).draw();
        var rate = Choice.of("cubist", "relu,tanh", "", "sgd,adam", Optional.empty(), OptionalDouble.of(0.5));
        var schedule = Choice.of("cubist", "relu,tanh", "", "sgd,adam", Optional.of("step"), OptionalDouble.empty());
        assertThat(new Exhibition(TARGET, TARGET, rate, artists, List.of())
                        .draw()
                        .width())
                .isGreaterThan(plain.width());
        assertThat(new Exhibition(TARGET, TARGET, schedule, artists, List.of())
                        .draw()
                        .width())
                .isGreaterThan(plain.width());
    }

    /** Returns the pixels to the left of a painting of one colour, where there is nothing but the mark. */
    private static List<Integer> beside(Image sheet, int colour) {
        var first = IntStream.range(0, sheet.pixels().length)
                .filter(i -> sheet.pixels()[i] == colour)
                .findFirst()
                .orElseThrow();
        return IntStream.rangeClosed(1, 8)
                .mapToObj(distance -> sheet.pixels()[first - distance])
                .toList();
    }
}
