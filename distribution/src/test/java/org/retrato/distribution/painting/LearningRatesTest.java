package org.retrato.distribution.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LearningRatesTest {

    private final LearningRates rates = LearningRates.read();

    @Test
    void every_combination_of_the_classics_has_a_rate() {
        var all = Choice.of("", "", "", "", Optional.empty(), OptionalDouble.empty())
                .withAllClassics();
        assertThat(all.count()).isEqualTo(36);
        for (var activation : all.activations()) {
            for (var loss : all.losses()) {
                for (var optimizer : all.optimizers()) {
                    assertThat(rates.of(activation, loss, optimizer))
                            .as("%s, %s, %s", activation, loss, optimizer)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void huber_is_half_of_mse_so_plain_descent_takes_twice_the_rate() {
        assertThat(rates.of("classics:tanh", "classics:huber", "classics:sgd").orElseThrow())
                .isEqualTo(2
                        * rates.of("classics:tanh", "classics:mse", "classics:sgd")
                                .orElseThrow());
    }

    @Test
    void the_guide_has_the_same_rates() throws IOException {
        var cell = "\\s*\\|\\s*";
        var table = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.startsWith("| activation | loss |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> List.of(line.substring(2).split(cell)))
                .toList();
        var optimizers = table.getFirst();
        assertThat(table).hasSize(2 + 9);
        assertThat(optimizers.subList(2, optimizers.size())).containsExactly("sgd", "momentum", "adam", "rmsprop");
        for (var row : table.subList(2, table.size())) {
            for (var i = 2; i < optimizers.size(); i++) {
                assertThat(rates.of(
                                "classics:" + row.get(0), "classics:" + row.get(1), "classics:" + optimizers.get(i)))
                        .as("%s by %s", row, optimizers.get(i))
                        .hasValue(Double.parseDouble(row.get(i)));
            }
        }
        assertThat(table.stream().skip(2).map(row -> row.subList(0, 2))).doesNotHaveDuplicates();
    }

    @Test
    void optimizers_beyond_the_classics_have_rates_by_their_qualified_names() {
        assertThat(rates.of("classics:relu", "classics:mse", "optimizers:schedule-free-adam"))
                .hasValue(0.01);
    }

    @Test
    void a_namesake_of_another_plugin_has_none() {
        assertThat(rates.of("classics:relu", "classics:mse", "others:adam")).isEmpty();
    }
}
