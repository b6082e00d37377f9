package org.retrato.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomnessTest {

    private static final int DRAWS = 100_000;

    private final Randomness randomness = Randomness.of(42);

    @Test
    void the_numbers_of_a_seed_are_the_same_for_ever() {
        assertThat(randomness.bits(0)).isEqualTo(0xE975_338E_8C6C_FCA0L);
        assertThat(randomness.bits(1)).isEqualTo(0xC209_7AB3_308B_052DL);
        assertThat(randomness.stream("layer").stream(3).bits(7)).isEqualTo(0x4CF9_428B_6AB6_0241L);
        assertThat(randomness.uniform(0)).isEqualTo(0.9119446013468638);
        assertThat(randomness.normal(0)).isEqualTo(0.11016797221332501);
    }

    @Test
    void a_number_depends_on_nothing_that_was_drawn_before() {
        var last = randomness.bits(9);
        LongStream.range(0, 9).forEach(randomness::bits);

        assertThat(randomness.bits(9)).isEqualTo(last);
    }

    @Test
    void seeds_streams_and_counters_give_numbers_of_their_own() {
        var streams = Stream.of(
                randomness,
                Randomness.of(43),
                Randomness.of(-42),
                randomness.stream(""),
                randomness.stream("a"),
                randomness.stream("b"),
                randomness.stream("ab"),
                randomness.stream("a").stream("b"),
                randomness.stream(0),
                randomness.stream(1),
                randomness.stream(0).stream(0),
                randomness.stream(0).stream("a"));
        var bits = streams.flatMap(stream -> LongStream.range(0, 1000).mapToObj(stream::bits));

        assertThat(bits).doesNotHaveDuplicates();
    }

    @Test
    void uniform_numbers_fill_the_interval_from_0_to_1_evenly() {
        var numbers = IntStream.range(0, DRAWS).mapToDouble(randomness::uniform).toArray();

        assertThat(Arrays.stream(numbers)).allMatch(number -> number >= 0 && number < 1);
        for (var tenth = 0; tenth < 10; tenth++) {
            var low = tenth / 10.0;
            var share = IntStream.range(0, DRAWS)
                    .filter(i -> numbers[i] >= low && numbers[i] < low + 0.1)
                    .count();
            assertThat(share / (double) DRAWS).isCloseTo(0.1, within(0.005));
        }
    }

    @Test
    void normal_numbers_have_mean_0_deviation_1_and_the_right_tails() {
        var numbers = IntStream.range(0, DRAWS).mapToDouble(randomness::normal).toArray();
        var mean =
                IntStream.range(0, DRAWS).mapToDouble(i -> numbers[i]).average().orElseThrow();
        var square = IntStream.range(0, DRAWS)
                .mapToDouble(i -> numbers[i] * numbers[i])
                .average()
                .orElseThrow();
        var beyondTwo =
                IntStream.range(0, DRAWS).filter(i -> Math.abs(numbers[i]) > 2).count();

        assertThat(mean).isCloseTo(0, within(0.01));
        assertThat(square).isCloseTo(1, within(0.02));
        assertThat(beyondTwo / (double) DRAWS).isCloseTo(0.0455, within(0.003));
    }

    @Test
    void indices_are_in_range_and_even() {
        var counts = new int[7];
        for (var counter = 0; counter < 70_000; counter++) {
            counts[randomness.index(0, counter, 7)]++;
        }

        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 10_000) < 400);
        assertThat(randomness.index(0, 5, 1)).isZero();
    }
}
