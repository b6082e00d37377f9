package org.retrato.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retrato.api.Activation;
import org.retrato.classics.Mse;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;

class InitialWeightsTest {

    private static final Network NETWORK = Network.dense(100, List.of(64, 64), 30);

    @Test
    void a_sine_begins_as_its_paper_says() {
        var hidden = Math.sqrt(6.0 / 64) / 30;

        assertBounds(new Sine(), 1.0 / 100, hidden, hidden);
        assertBounds(new Sine(5), 1.0 / 100, 6 * hidden, 6 * hidden);
    }

    @Test
    void a_gate_keeps_the_variance_of_what_it_sees_and_halves_the_inputs_of_the_next_layer() {
        for (var gated : List.<Activation>of(new Glu(), new Swiglu())) {
            assertBounds(gated, Math.sqrt(3.0 / 100), Math.sqrt(3.0 / 32), Math.sqrt(1.0 / 32));
        }
    }

    /** Checks that the weights of each layer fill an interval around 0, and that nothing is outside. */
    private static void assertBounds(Activation activation, double... bounds) {
        var model = new Model(NETWORK, activation, new Mse(), Randomness.of(3), new Compiler(new KernelCompiler()));
        assertThat(model.layers()).hasSize(bounds.length);
        for (var layer = 0; layer < bounds.length; layer++) {
            var weights = model.layers().get(layer).weights();
            var largest = IntStream.range(0, weights.length)
                    .mapToDouble(i -> Math.abs(weights[i]))
                    .max();
            assertThat(largest.orElseThrow()).isBetween(0.98 * bounds[layer], bounds[layer] * (1 + 1e-6));
        }
    }
}
