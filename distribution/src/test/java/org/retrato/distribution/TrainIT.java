package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learns from tables with the assembled distribution. */
class TrainIT {

    @TempDir
    private Path folder;

    /** Two columns of chance, their product, and a word that says whether it is positive. */
    @BeforeEach
    void write_a_table() throws Exception {
        var random = new Random(42);
        var table = new StringBuilder("a,b,product,sign\n");
        for (var row = 0; row < 300; row++) {
            var a = random.nextDouble(-2, 2);
            var b = random.nextDouble(-2, 2);
            table.append("%s,%s,%s,%s%n".formatted(a, b, a * b, a * b > 0 ? "plus" : "minus"));
        }
        Files.writeString(folder.resolve("table.csv"), table);
    }

    @Test
    void a_column_of_words_is_learned_as_categories() throws Exception {
        var launch = Launch.of(folder, "train table.csv --target sign --steps 300".split(" "));
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.output())
                .startsWith("Learned from 240 rows: ")
                .containsPattern("(9\\d|100)\\.\\d % of 60 rows held back are right; always guessing '(plus|minus)'");
    }

    @Test
    void categories_are_learned_by_a_loss_of_the_whole_batch_and_what_an_activation_learns() throws Exception {
        for (var loss : List.of("dice", "generalized-dice")) {
            var launch = Launch.of(
                    folder, ("train table.csv --target sign --steps 300 --activation prelu --loss " + loss).split(" "));
            assertThat(launch.exitCode()).isZero();
            assertThat(launch.output()).containsPattern("(9\\d|100)\\.\\d % of 60 rows held back are right");
        }
    }

    @Test
    void a_missing_column_is_named_with_those_that_are_there() throws Exception {
        var launch = Launch.of(folder, "train table.csv --target quotient".split(" "));
        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors())
                .containsExactly("retrato: table.csv has no column 'quotient'; its columns are: a, b, product, sign");
    }

    @Test
    void a_loss_that_never_was_finite_is_not_blamed_on_the_learning_rate() throws Exception {
        var launch = Launch.of(folder, "train table.csv --target sign --activation sine(frequency=1e300)".split(" "));
        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.errors())
                .containsExactly(
                        "retrato: the loss is NaN at step 1; nothing has been learned yet: look for samples that"
                                + " are not finite numbers, or are huge, or have no finite loss, as the logarithm of 0");
    }

    @Test
    void a_number_is_predicted_far_better_than_by_the_mean() throws Exception {
        Files.writeString(
                folder.resolve("numbers.csv"),
                Files.readString(folder.resolve("table.csv")).replaceAll(",[a-z]+\n", "\n"));
        var output = Launch.of(folder, "train numbers.csv --target product --steps 300".split(" "))
                .output();
        var numbers = output.replaceAll(".* held back is ([0-9.]+); .* would give ([0-9.]+)", "$1 $2")
                .split(" ");
        assertThat(Double.parseDouble(numbers[0])).isLessThan(Double.parseDouble(numbers[1]) / 3);
    }
}
